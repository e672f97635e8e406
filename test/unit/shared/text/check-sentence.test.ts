import { describe, expect, it } from 'vitest';
import { checkDocuments } from '../../../../shared/domain/documents/checks/check-documents.ts';
import {
  checkResult,
  checkEvidence,
  documentCheckId,
} from '../../../../shared/domain/documents/document-check.ts';
import {
  checkResultWord,
  checkSentence,
  checkTitle,
  hasCheckSentence,
  sideWord,
} from '../../../../shared/text/check-sentence.ts';
import en from '../../../../shared/locales/en/checks.json' with { type: 'json' };
import hi from '../../../../shared/locales/hi/checks.json' with { type: 'json' };
import { onePersonCases } from '../../../support/samples/one-person-cases.ts';
import { checkCases } from '../../../support/samples/sample-checks.ts';

const checks = Object.values({ ...checkCases, ...onePersonCases }).flatMap(({ input }) =>
  checkDocuments(input),
);

/** Of a version of the code that a newer reader of it names. */
const givenElsewhere = ['cannot-verify-unknown-version'];

describe.each(['hi', 'en'] as const)('in %s', (language) => {
  it('each reason that a check can give has a sentence with all its values', () => {
    for (const check of checks) {
      expect(hasCheckSentence(check), check.why).toBe(true);
      expect(checkSentence(check, language), check.why).not.toMatch(/\{\{|undefined|null|NaN|,[^ ]/);
    }
  });

  it('each check, result and side has a name', () => {
    for (const id of documentCheckId.options) expect(checkTitle(id, language).length).toBeGreaterThan(2);
    for (const result of checkResult.options) expect(checkResultWord(result, language)).not.toBe('');
    for (const side of checkEvidence.shape.side.options) expect(sideWord(side, language)).not.toBe('');
  });
});

it('leaves no sentence without a case', () => {
  const given = new Set([...checks.map(({ why }) => why), ...givenElsewhere]);
  expect(Object.keys(hi.why).filter((why) => !given.has(why))).toEqual([]);
});

it('says the same things in both languages', () => {
  const places = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
  expect(Object.keys(en.why)).toEqual(Object.keys(hi.why));
  for (const [why, text] of Object.entries(hi.why)) {
    expect(places(en.why[why as keyof typeof en.why]), why).toEqual(places(text));
  }
});

it('writes dates and sides as the office does', () => {
  const dates = checks.find(({ why }) => why === 'dates-equal');
  expect(dates && checkSentence(dates, 'hi')).toBe(
    'आधार: “12/04/1990”; पैन कार्ड: “12/04/1990”। जन्म तिथि समान है।',
  );
  const wrong = checks.find(({ why }) => why === 'wrong-document');
  expect(wrong && checkSentence(wrong, 'en')).toBe(
    'The Aadhaar card belongs here, but this is the PAN card.',
  );
});

it('says of a valid PAN what it is not', () => {
  const valid = checks.find(({ why }) => why === 'pan-format-valid');
  expect(valid && checkSentence(valid, 'en')).toBe(
    'Format valid, not verified with the Income Tax Department.',
  );
});

it('shows a reason that it has no sentence for, and never hides it', () => {
  expect(checkSentence({ why: 'newer-reason', params: {} }, 'en')).toBe('Because: newer-reason');
});
