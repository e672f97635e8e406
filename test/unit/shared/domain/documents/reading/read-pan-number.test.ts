import { describe, expect, it } from 'vitest';
import { readPanNumber } from '../../../../../../shared/domain/documents/reading/read-pan-number.ts';

describe('readPanNumber', () => {
  it.each([
    ['ABCPE1234F', 'ABCPE1234F'],
    ['as it is spaced', 'ABCPE 1234 F', 'ABCPE1234F'],
    ['between words', 'PAN: ABCPE1234F नमूना', 'ABCPE1234F'],
    ['with letters for digits', 'SAMPCOOOOM', 'SAMPC0000M'],
    ['with a digit for a letter', 'A8CPE1234F', 'ABCPE1234F'],
    ['in small letters', 'abcpe1234f', 'ABCPE1234F'],
  ])('reads %s', (...row) => {
    const [text, pan] = row.slice(-2);
    expect(readPanNumber(text ?? '')).toBe(pan);
  });

  it.each([
    ['a word of ten letters', 'DEPARTMENT'],
    ['a holder that does not exist', 'ABCXE1234F'],
    ['too few signs', 'ABCPE123F'],
    ['digits only', '1234512345'],
  ])('takes %s for none', (_, text) => {
    expect(readPanNumber(text)).toBeNull();
  });
});
