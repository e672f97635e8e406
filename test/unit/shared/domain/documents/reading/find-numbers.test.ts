import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNumbers, maskedLast4 } from '../../../../../../shared/domain/documents/reading/find-numbers.ts';
import { passesVerhoeff } from '../../../../../../shared/domain/verhoeff.ts';
import { aadhaarLikeNumber } from '../../../../../support/samples/aadhaar-like.ts';

const spaced = aadhaarLikeNumber();
const joined = spaced.replaceAll(' ', '');
const find = (text: string) => findNumbers(Array.from(text));
const devanagari = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x0966 + Number(digit)));

function withCheckDigit(eleven: string): string {
  return eleven + String([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((digit) => passesVerhoeff(`${eleven}${digit}`)));
}

/** Twelve digits, the last of which makes them pass. */
const numbers = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 10 })
  .chain((rest) => fc.integer({ min: 2, max: 9 }).map((first) => [first, ...rest].join('')))
  .map(withCheckDigit);

describe('findNumbers', () => {
  it.each([
    ['joined', joined],
    ['spaced', spaced],
    ['dashed', spaced.replaceAll(' ', '-')],
    ['in Devanagari', devanagari(spaced)],
    ['after a label', `Aadhaar No.: ${spaced}`],
    ['with a full stop behind', `${spaced}.`],
  ])('finds a number %s', (_, text) => {
    expect(find(text)).toMatchObject([{ kind: 'number', digits: joined, isCertain: true }]);
  });

  it('tells the place of each digit', () => {
    const text = `No ${spaced}`;
    const [found] = find(text);
    expect(found?.places.map((place) => text[place]).join('')).toBe(joined);
  });

  it('finds any number, however it is spaced', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.array(fc.constantFrom('', ' ', '-', '. '), { minLength: 12, maxLength: 12 }),
        (number, gaps) => {
          const text = Array.from(number, (digit, place) => digit + (gaps[place] ?? '')).join('');
          expect(find(text).map(({ digits }) => digits)).toEqual([number]);
        },
      ),
    );
  });

  it('takes letters among digits for what they look like', () => {
    const misread = joined.replaceAll('0', 'O').replaceAll('5', 'S');
    expect(find(misread)).toMatchObject([{ digits: joined, isCertain: true }]);
  });

  it('finds what only looks like a number, and says so', () => {
    const other = joined.slice(0, 11) + String((Number(joined[11]) + 1) % 10);
    expect(find(other)).toMatchObject([{ kind: 'number', isCertain: false }]);
    expect(find(joined.slice(0, 11))).toMatchObject([{ kind: 'number', isCertain: false }]);
  });

  it('finds a virtual id of sixteen digits', () => {
    expect(find('VID : 9123 4567 8901 2345')).toMatchObject([
      { kind: 'virtual-id', digits: '9123456789012345' },
    ]);
  });

  it.each([
    '0141-2227481',
    'Phone: 0141-2227481, 2227482',
    '+91 94140 12346',
    'Mobile 919414012346',
    '91-9414012346',
    'Fax 0091 141 2227481',
    '1800 300 1947',
    'दूरभाष ०१४१-२२२७४८१',
  ])('finds %s and knows it for a telephone', (text) => {
    expect(find(text)).toMatchObject([{ kind: 'number', isTelephone: true }]);
  });

  it('takes no number of Aadhaar’s for a telephone’s, though it begins with 91 or was misread', () => {
    const certain = withCheckDigit('91941401234');
    const other = joined.slice(0, 11) + String((Number(joined[11]) + 1) % 10);
    const one = other.replace(/^../, '91');
    for (const text of [`Mobile +${certain}`, `Phone ${spaced}`, `Ph. ${other}`, joined.slice(0, 11), one]) {
      expect(find(text).map(({ isTelephone }) => isTelephone)).toEqual([false]);
    }
  });

  it.each([
    '02/05/1991',
    '9000123456',
    '313001',
    'ABCPE1234F',
    'K11034638',
    'DEBILAL SISODIA',
    'XXXX XXXX 8734',
  ])('takes %s for none', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('maskedLast4', () => {
  it.each(['XXXX XXXX 8734', 'XXXXXXXX8734', 'xxxx xxxx 8734', '**** **** 8734'])(
    'reads the four of %s',
    (text) => {
      expect(maskedLast4(text)).toBe('8734');
    },
  );

  it('takes a whole number for no masked one', () => {
    expect(maskedLast4(spaced)).toBeNull();
  });
});
