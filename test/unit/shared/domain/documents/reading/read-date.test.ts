import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBirth } from '../../../../../../shared/domain/documents/reading/aadhaar-places.ts';
import { readDate } from '../../../../../../shared/domain/documents/reading/read-date.ts';

describe('readDate', () => {
  it.each([
    ['DOB:02/05/1991', '1991-05-02'],
    ['02-05-1991', '1991-05-02'],
    ['02.05.1991', '1991-05-02'],
    ['1991-05-02', '1991-05-02'],
    ['०२/०५/१९९१', '1991-05-02'],
    ['02/ 05 /1991', '1991-05-02'],
    ['02/051991', '1991-05-02'],
    ['O2/05/1991', '1991-05-02'],
  ])('reads %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it.each(['31/02/1990', '00/05/1991', '02/05/0991', '02051991', '12/13/1990', 'नमूना'])(
    'takes %s for none',
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );

  it('reads back any day that was printed', () => {
    const days = fc.date({ min: new Date('1920-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        expect(readDate(`DOB: ${iso.split('-').reverse().join('/')}`)).toBe(iso);
      }),
    );
  });
});

describe('readBirth', () => {
  it.each(['Year of Birth : 1978', 'YearofBirth:1978', 'जन्म वर्ष / Year of Birth: 1978'])(
    'keeps the year of %s',
    (text) => {
      expect(readBirth(text)).toBe('1978');
    },
  );
});
