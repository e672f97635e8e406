import { normalKioskCode } from '../../kiosk-code.ts';
import type { PaperField } from '../document-reading.ts';
import { digitLike, digitOf } from './digit-signs.ts';
import { readBirth } from './aadhaar-places.ts';
import type { FieldPlace } from './field-place.ts';
import { findAbout, lettersOnly } from './find-about.ts';
import { linesAbove, linesRightOf } from './line-order.ts';
import { mayBeHindi, type PrintedLine } from './printed-line.ts';
import { readHindiName, readLatinName } from './read-name.ts';
import { readPanNumber } from './read-pan-number.ts';

interface FormLabel {
  words: readonly string[];
  /** What may stand beside it, each with its reader. */
  fields: readonly (readonly [PaperField, (text: string) => string | null])[];
}

/** In the order in which they are tried: "father's name" before "name". */
const labels: readonly FormLabel[] = [
  {
    words: ['fathersname', 'fathername', 'पिताकानाम', 'पितापतिकानाम'],
    fields: [
      ['fatherName', readLatinName],
      ['fatherNameHindi', readHindiName],
    ],
  },
  {
    words: [
      'nameinenglish',
      'applicantsname',
      'applicantname',
      'nameofapplicant',
      'applicant',
      'आवेदककानाम',
      'नामअंग्रेज़ीमें',
    ],
    fields: [
      ['name', readLatinName],
      ['nameHindi', readHindiName],
    ],
  },
  { words: ['kioskcode', 'कियोस्ककोड'], fields: [['kioskCode', readKioskCode]] },
  { words: ['dateofbirth', 'जन्मतिथि', 'जन्मदिनांक'], fields: [['dob', readBirth]] },
  { words: ['panno', 'pannumber', 'पैन'], fields: [['pan', readPanNumber]] },
  { words: ['aadhaar', 'आधार'], fields: [['last4', readLastFour]] },
  { words: ['mobile', 'मोबाइल'], fields: [['mobileLast4', readLastFour]] },
];

/** Where the fields stand on the printed application: beside their labels, in Hindi, in English or in both. */
export function formPlaces(lines: readonly PrintedLine[]): FieldPlace[] {
  const labelled = labelledPlaces(lines);
  const missing = telling.filter(([field]) => !labelled.some((place) => place.field === field));
  return [
    ...labelled,
    ...missing.flatMap(([field, read]) => unlabelledPlace(field, read, lines)),
    ...hindiNameAbove(labelled, lines),
  ];
}

/**
 * The label of the name in Hindi is half Hindi itself, and the first engine may spoil the rest of it. Where it cannot be
 * read, what is left of it will do if it stands in the row above the name in English.
 */
function hindiNameAbove(labelled: readonly FieldPlace[], lines: readonly PrintedLine[]): FieldPlace[] {
  const english = labelled.find(({ field, line }) => field === 'name' && readLatinName(line.latin) !== null);
  if (!english) return [];
  if (labelled.some(({ field, line }) => field === 'nameHindi' && line !== english.line)) return [];
  const [above] = linesAbove(english.line, lines);
  if (!above || !mayBeHindi(above)) return [];
  const isNext = english.line.box.y - above.box.y < rowHeight * english.line.box.height;
  const isLabelled = lines.some(
    (line) => linesRightOf(line, lines)[0] === above && isAboutApplicant(line.latin),
  );
  return isNext && isLabelled ? [{ field: 'nameHindi', line: above, read: readHindiName }] : [];
}

/** From one row of the form to the next, in heights of a line. */
const rowHeight = 3;

function isAboutApplicant(label: string): boolean {
  const plain = lettersOnly(label);
  return plain.length >= 4 && findAbout(plain, 'applicant', 4) !== null;
}

/** What is known by its own shape, where its label cannot be read. */
const telling: readonly (readonly [PaperField, (text: string) => string | null])[] = [
  ['pan', readPanNumber],
  ['kioskCode', readKioskCode],
  [
    'mobileLast4',
    (text) => (/^(?:\+?91[\s-]?)?[6-9](?:[\s-]?\d){9}$/.test(text.trim()) ? readLastFour(text) : null),
  ],
];

function unlabelledPlace(
  field: PaperField,
  read: (text: string) => string | null,
  lines: readonly PrintedLine[],
): FieldPlace[] {
  const line = lines.find(({ latin, second }) => read(latin) ?? read(second ?? ''));
  return line === undefined ? [] : [{ field, line, read }];
}

function labelledPlaces(lines: readonly PrintedLine[]): FieldPlace[] {
  return lines.flatMap((line) => {
    const label = labelOn(line);
    if (label === null) return [];
    const beside = linesRightOf(line, lines)[0];
    return label.fields.flatMap(([field, read]) => {
      const places: FieldPlace[] = [];
      if (beside !== undefined) places.push({ field, line: beside, read });
      if (beside === undefined) places.push({ field, line, read: (text) => read(afterLabel(text)) });
      return places;
    });
  });
}

function labelOn({ latin, second }: PrintedLine): FormLabel | null {
  for (const text of second === null ? [latin] : [latin, second]) {
    const plain = lettersOnly(beforeColon(text));
    if (plain.length > 60) continue;
    // "Aadhaar number" is about "PAN number": so what stands there letter for letter goes first.
    const found =
      labels.find(({ words }) => words.some((word) => isNamed(plain, word, endOf))) ??
      labels.find(({ words }) => words.some((word) => isNamed(plain, word, endAbout)));
    if (found !== undefined) return found;
    if (/(?:^|[^a-z])pan$/i.test(beforeColon(text).trim())) return labels[4] ?? null;
  }
  return null;
}

/**
 * Short words must stand as they are: nearly every text has something like them. English stands at the end of a label
 * in two languages; in the middle of a text it is a sentence about the thing.
 */
function isNamed(plain: string, word: string, endIn: typeof endOf): boolean {
  const end = endIn(plain, word);
  if (end === null) return false;
  return /[a-z]/.test(word) ? plain.length - end <= 7 : true;
}

function endAbout(plain: string, word: string): number | null {
  return word.length < 8 ? endOf(plain, word) : findAbout(plain, word);
}

function endOf(plain: string, word: string): number | null {
  const at = plain.lastIndexOf(word);
  return at < 0 ? null : at + word.length;
}

function beforeColon(text: string): string {
  return text.split(/[:：]/)[0] ?? '';
}

function afterLabel(text: string): string {
  const at = text.search(/[:：]/);
  return at < 0 ? '' : text.slice(at + 1);
}

function readKioskCode(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s.\-]+/g, '');
  const match = /(?:[KXR]|के)([0-9OILSBZ|]{8,9})(?![0-9A-Z])/u.exec(plain);
  const digits = Array.from(match?.[1] ?? '', (sign) => digitLike(sign) ?? sign).join('');
  const found = /D\d{2}K\d{4}/.exec(plain)?.[0] ?? (digits === '' ? null : `K${digits}`);
  return found === null ? null : normalKioskCode(found);
}

/** The last four digits of what stands there; the others are let go. */
function readLastFour(text: string): string | null {
  const digits = Array.from(text, (sign) => digitOf(sign) ?? sign)
    .join('')
    .replace(/[^0-9X×*]/gi, '');
  return /(\d{4})$/.exec(digits)?.[1] ?? null;
}
