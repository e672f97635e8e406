import { describe, expect, it } from 'vitest';
import { containsAadhaarNumber } from '../../../../shared/domain/aadhaar-number.ts';
import {
  betweenTokens,
  queryWords,
  searchTokens,
  tokensFor,
} from '../../../../shared/domain/search-tokens.ts';
import { sampleRequest } from '../../../support/samples/sample-request.ts';

/** As the queue asks: every word by any of its tokens. */
function isFound(name: { hi: string; en: string }, typed: string): boolean {
  const sample = sampleRequest();
  const tokens = searchTokens({ ...sample, applicant: { ...sample.applicant, name } });
  return queryWords(typed).every((word) =>
    tokensFor(word).some((beginning) => tokens.some((token) => token.startsWith(beginning))),
  );
}

describe('names in the other script', () => {
  it.each([
    ['रमेश कुमार मीणा', 'ramesh'],
    ['रमेश कुमार मीणा', 'rames mee'],
    ['मोहम्मद सलीम', 'mohd saleem'],
    ['छगनलाल', 'chagan'],
    ['Laxman Singh', 'लक्ष्म'],
    ['Vishnu Agarwal', 'विष्णु अग्र'],
  ])('%s is found by %s', (written, typed) => {
    expect(isFound({ hi: written, en: '' }, typed)).toBe(true);
  });

  it.each([
    ['रमेश कुमार मीणा', 'rakesh'],
    ['Laxman Singh', 'लखन'],
    ['रमेश', 'mesh'],
  ])('%s is not found by %s', (written, typed) => {
    expect(isFound({ hi: written, en: '' }, typed)).toBe(false);
  });
});

describe('tokensFor', () => {
  it('asks by the sound where a word has one, and never for numbers', () => {
    expect(tokensFor('sita')).toEqual(['sita', '~sit']);
    expect(tokensFor('k1103')).toEqual(['k1103']);
    expect(tokensFor('र')).toEqual(['र']);
  });
});

describe('tokens as one text', () => {
  const of = (kioskCode: string, mobile: number) => {
    const sample = sampleRequest({ kioskCode });
    const mobileLast4 = String(mobile).padStart(4, '0');
    return searchTokens({ ...sample, applicant: { ...sample.applicant, mobileLast4 } });
  };

  it('hold no Aadhaar number that the digits of two of them would make', () => {
    let madeBySpaces = 0;
    for (let mobile = 0; mobile < 10_000; mobile += 7) {
      const tokens = of('K23456789', mobile);
      expect(containsAadhaarNumber(tokens.join(betweenTokens)), tokens.join(betweenTokens)).toBe(false);
      if (containsAadhaarNumber(tokens.join(' '))) madeBySpaces += 1;
    }
    expect(madeBySpaces).toBeGreaterThan(100);
  });

  it('are the same tokens when they are taken apart again', () => {
    const tokens = of('D97K0003', 417);
    expect(tokens.join(betweenTokens).split(betweenTokens)).toEqual(tokens);
  });
});
