import { describe, expect, it } from 'vitest';
import { classifyPaper } from '../../../../../../shared/domain/documents/reading/classify-paper.ts';
import type { PrintedLine } from '../../../../../../shared/domain/documents/reading/printed-line.ts';
import { printed } from './sample-lines.ts';

/** What the two engines make of it: the first knows no Hindi. */
function page(...texts: string[]): PrintedLine[] {
  return texts.map((text, place) => {
    const latin = text.replace(/[\u0900-\u097f]+/g, '').trim();
    return printed(latin, 40, 40 + 30 * place, text);
  });
}

const formLabels = [
  'कियोस्क कोड / Kiosk code',
  'आवेदक का नाम / Applicant',
  'वर्तमान एलएसपी / Current LSP',
  'प्रस्तावित एलएसपी / Target LSP',
];

/** Rows of a table as the desk's queue has them. */
const rows = Array.from({ length: 30 }, (_, place) => [
  `MR/2026/${String(place).padStart(6, '0')}`,
  'सीता देवी',
]).flat();

const screen = [
  ...['माइग्रेशन डेस्क / Migration desk', 'Queue', 'Outbox', 'Reports', 'Search'],
  ...['Kiosk code', 'Applicant', 'Current LSP', 'Proposed LSP', 'Due'],
  ...rows,
];

describe('a form', () => {
  it('is known by its heading and two labels, or by three labels', () => {
    const heading = 'माइग्रेशन (प्रवासन) हेतु आवेदन पत्र';
    expect(classifyPaper(page(heading, ...formLabels.slice(0, 2)))).toBe('form');
    const common = ['Father’s name', 'Date of birth / जन्म तिथि', 'आधार (Aadhaar)'];
    expect(classifyPaper(page(heading, ...common))).toBe('form');
    expect(classifyPaper(page(...formLabels.slice(0, 3), 'K11034638'))).toBe('form');
    expect(
      classifyPaper(page('घोषणा / Declaration', 'कियोस्क कोड / Kiosk code: K11034638', 'Signature')),
    ).toBe('form');
  });

  it('is known before anybody has read its Hindi', () => {
    const unread = page(...formLabels, 'K11034638').map((line) => ({ ...line, second: null }));
    expect(classifyPaper(unread)).toBe('form');
  });
});

describe('what is no form', () => {
  it.each<[string, string[]]>([
    ['a picture of a screen, whose table has the same columns', screen],
    ['its panel in Hindi', ['माइग्रेशन', 'एलएसपी', 'कियोस्क कोड', ...rows]],
    ['a heading alone', ['Application form for migration of an e-Mitra kiosk', 'to be had at the office']],
    ['two labels', ['Kiosk code', 'Current LSP', 'K11034638']],
    [
      'a circular about forms',
      [
        'The application form for migration must give the kiosk code, the applicant and',
        'the current LSP; the declaration with the reason for leaving is to be signed by',
        'the applicant before the district office, which keeps the proposed LSP informed',
      ],
    ],
    ['a newspaper that names the matter', ['Migration of kiosks delayed', 'The declaration came late']],
    ['a screen that names the card', [...screen, 'Aadhaar', 'आधार']],
  ])('%s', (_what, texts) => {
    expect(classifyPaper(page(...texts))).toBe('unknown');
  });
});

it('a PAN card has labels of the same things, and none of the form’s own', () => {
  const labels = ["पिता का नाम / Father's Name", 'जन्म की तारीख / Date of Birth', 'हस्ताक्षर / Signature'];
  const pan = ['INCOME TAX DEPARTMENT', 'SAMPC0000M', 'KAMLA GAMETI', ...labels, '02/05/1991'];
  expect(classifyPaper(page(...pan))).toBe('pan');
});

it('a letter of many lines is still an Aadhaar card by what only that says', () => {
  const letter = ['Unique Identification Authority of India', 'Aadhaar', ...rows];
  expect(classifyPaper(page(...letter))).toBe('aadhaar');
});
