import { describe, expect, it } from 'vitest';
import { normalKioskCode } from '../../../shared/domain/kiosk-code.ts';
import { queryWords, searchTokens, searchWords } from '../../../shared/domain/search-tokens.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';

describe('normalKioskCode', () => {
  it.each([
    ['K11034638', 'K11034638'],
    ['के11034638', 'K11034638'],
    ['के ११०३४६३८', 'K11034638'],
    ['k 11034638', 'K11034638'],
    ['k-116209807', 'K116209807'],
    ['d97k0003', 'D97K0003'],
  ])('%s is %s', (typed, expected) => {
    expect(normalKioskCode(typed)).toBe(expected);
  });

  it.each(['', 'K1103463', '11034638', 'केन्द्र', 'K11034638x'])('%j is no kiosk code', (typed) => {
    expect(normalKioskCode(typed)).toBeNull();
  });
});

describe('search words', () => {
  it('compares without nukta and case, in both scripts', () => {
    expect(searchWords('ज़िला Sita-DEVI')).toEqual(searchWords('जिला sita devi'));
  });

  it('finds a request by what an officer types', () => {
    const tokens = searchTokens(sampleRequest());
    for (const typed of ['के 11034638', 'सीता', 'sita', '0417', 'Bassi', '000001']) {
      for (const word of queryWords(typed)) expect(tokens.some((token) => token.startsWith(word))).toBe(true);
    }
  });
});
