import { expect, it } from 'vitest';
import { examinedSentence } from '../../../electron/headless/examined-sentence.ts';

const none = { unread: 0, unwritten: 0, checks: [] };

it('says that several files are compared as the papers of one applicant', () => {
  expect(examinedSentence({ ...none, files: 1 })).toBe('1 file examined; no check failed.');
  expect(examinedSentence({ ...none, files: 2 })).toBe(
    "2 files examined as one applicant's papers; no check failed.",
  );
});

it('counts what failed, what is to be looked at and what is not known, and leaves out what passed', () => {
  const checks = [
    { id: 'aadhaar-one-person', result: 'fail' },
    { id: 'masking', result: 'look' },
    { id: 'readable', result: 'unknown' },
    { id: 'readable', result: 'unknown' },
    { id: 'pan-structure', result: 'pass' },
  ] as const;
  expect(examinedSentence({ ...none, files: 1, checks })).toBe(
    '1 file examined; 1 failed: aadhaar-one-person; 1 to look at: masking; 2 not known: readable.',
  );
});

it('does not say that nothing failed of a file that nobody could look into', () => {
  expect(examinedSentence({ ...none, files: 1, unread: 1, unwritten: 1 })).toBe(
    '1 file examined; 1 could not be looked into; 1 could not be written masked.',
  );
});
