import { describe, expect, it } from 'vitest';
import { findAbout, lettersOnly } from '../../../../../../shared/domain/documents/reading/find-about.ts';

describe('findAbout', () => {
  it.each([
    ['permanentaccountnumber', 'permanentaccountnumber', 22],
    ['xxapicant', 'applicant', 9],
    ['governmentofindla', 'governmentofindia', 17],
  ])('finds in %s the word %s', (text, word, end) => {
    expect(findAbout(text, word)).toBe(end);
  });

  it('does not find what is another word', () => {
    expect(findAbout('declaration', 'fathersname')).toBeNull();
    expect(findAbout('', 'aadhaar')).toBeNull();
  });

  it('leaves letters and digits of both scripts', () => {
    expect(lettersOnly('कियोस्क कोड / Kiosk code: K-11')).toBe('कियोस्ककोडkioskcodek11');
  });
});
