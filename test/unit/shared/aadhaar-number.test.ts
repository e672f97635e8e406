import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsAadhaarNumber, maskAadhaarNumbers } from '../../../shared/domain/aadhaar-number.ts';
import { passesVerhoeff } from '../../../shared/domain/verhoeff.ts';

/** Completes eleven digits with the check digit; the numbers are made here and belong to nobody. */
function withCheckDigit(eleven: string): string {
  const check = Array.from('0123456789').find((digit) => passesVerhoeff(eleven + digit));
  return eleven + String(check);
}

const elevenDigits = fc
  .tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 0, max: 9_999_999_999 }))
  .map(([first, rest]) => `${first}${String(rest).padStart(10, '0')}`);

const separators = [
  ...['', ' ', '-', '.', '\u00a0', ' - ', ',', ', ', '_', '·', '•', ':', ';', "'", '’', '/', ' / ', '|', '−'],
  ...['    ', ' \t \t ', '\n\n\n\n'],
];

describe('passesVerhoeff', () => {
  it('knows the textbook example 236 with check digit 3', () => {
    expect(passesVerhoeff('2363')).toBe(true);
    expect(passesVerhoeff('2364')).toBe(false);
  });

  it('notices every changed digit', () => {
    fc.assert(
      fc.property(elevenDigits, fc.nat(11), fc.integer({ min: 1, max: 9 }), (eleven, place, add) => {
        const digits = Array.from(withCheckDigit(eleven));
        digits[place] = String((Number(digits[place]) + add) % 10);
        expect(passesVerhoeff(digits.join(''))).toBe(false);
      }),
    );
  });
});

describe('containsAadhaarNumber', () => {
  it('finds a number joined, spaced, dashed, and in Devanagari digits, inside a sentence', () => {
    fc.assert(
      fc.property(elevenDigits, fc.constantFrom(...separators), (eleven, between) => {
        const number = withCheckDigit(eleven);
        const grouped = [number.slice(0, 4), number.slice(4, 8), number.slice(8)].join(between);
        const devanagari = grouped.replace(/\d/g, (digit) => String.fromCharCode(0x0966 + Number(digit)));
        expect(containsAadhaarNumber(`संख्या ${grouped} देखी`)).toBe(true);
        expect(containsAadhaarNumber(`संख्या ${devanagari} देखी`)).toBe(true);
      }),
    );
  });

  it.each([
    ...['', 'XXXX XXXX 1234', 'K116209807', '9829012345', '01/10/2026 15:30', '₹ 1,00,000'],
    // Twelve digits that pass by chance.
    ...['27/10/2026 11:30', '27/10/2026, 11:30', '₹ 25,00,00,002,00'],
  ])('leaves %j alone', (text) => {
    expect(containsAadhaarNumber(text)).toBe(false);
  });
});

describe('maskAadhaarNumbers', () => {
  it('leaves the last four digits of a number, and every other sign as it was', () => {
    fc.assert(
      fc.property(elevenDigits, fc.constantFrom(...separators), (eleven, between) => {
        const number = withCheckDigit(eleven);
        const last = number.slice(8);
        const grouped = [number.slice(0, 4), number.slice(4, 8), last].join(between);
        const masked = maskAadhaarNumbers(`① नमूना ${grouped}, 01/10/2026`);
        expect(masked).toBe(`① नमूना ${['XXXX', 'XXXX', last].join(between)}, 01/10/2026`);
      }),
    );
  });

  it.each([
    ['९९९९ ४१०५ ७०५८', 'XXXX XXXX ७०५८'],
    ['９９９９４１０５７０５８', 'XXXXXXXX７０５８'],
    ['999941057058 और 999941057058', 'XXXXXXXX7058 और XXXXXXXX7058'],
    ['no number, 999941057059', 'no number, 999941057059'],
    ['', ''],
  ])('masks %j as %j', (text, masked) => {
    expect(maskAadhaarNumbers(text)).toBe(masked);
  });

  it('leaves nothing that is found again, whatever the text', () => {
    const digits = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789२९９①½ -.x\u200b')),
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.oneof(digits, fc.string({ unit: 'binary' })), (text) => {
        const masked = maskAadhaarNumbers(text);
        expect(containsAadhaarNumber(masked)).toBe(false);
        expect(maskAadhaarNumbers(masked)).toBe(masked);
        if (!containsAadhaarNumber(text)) expect(masked).toBe(text);
      }),
      { numRuns: 5000 },
    );
  });
});
