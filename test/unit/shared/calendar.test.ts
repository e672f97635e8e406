import { describe, expect, it } from 'vitest';
import { calendarFor, knownYearsOf } from '../../../shared/domain/calendar.ts';
import { districtId } from '../../../shared/domain/ids.ts';
import type { LocalEntry } from '../../../shared/domain/local-addition.ts';
import { dueDates, isWorkingDay } from '../../../shared/domain/working-days.ts';
import { readStateHolidays } from '../../support/samples/read-holidays.ts';

const jaipur = districtId.parse('jaipur');
const name = { hi: 'नमूना', en: 'Sample' };
const lists = readStateHolidays();
const added = (kind: 'holiday' | 'working-day', date: string, at = '2026-01-01T00:00:00.000Z') => ({
  entry: { kind, date, name } as LocalEntry,
  at,
});

describe('what the office adds to the calendar', () => {
  it('closes a day that the lists leave open, and opens one that they close', () => {
    const calendar = calendarFor(lists, jaipur, [
      added('holiday', '2026-10-05'),
      added('working-day', '2026-10-20'),
    ]);
    expect(isWorkingDay('2026-10-05', calendar)).toBe(false);
    expect(isWorkingDay('2026-10-20', calendar)).toBe(true);
    expect(dueDates('2026-10-01', [], calendar, '2026-10-01')).toMatchObject({
      day7: '2026-10-14',
      day15: '2026-10-27',
    });
  });

  it('lets the later of two entries for a day count, in whatever order they come', () => {
    const earlier = added('holiday', '2026-10-05', '2026-01-01T00:00:00.000Z');
    const later = added('working-day', '2026-10-05', '2026-01-02T00:00:00.000Z');
    expect(isWorkingDay('2026-10-05', calendarFor(lists, jaipur, [later, earlier]))).toBe(true);
  });

  it('leaves a weekend a weekend, and passes over what is no day', () => {
    const helpline = { entry: { kind: 'helpline', label: name, number: '000' } as LocalEntry, at: '' };
    const calendar = calendarFor(lists, jaipur, [added('working-day', '2026-10-03'), helpline]);
    expect(isWorkingDay('2026-10-03', calendar)).toBe(false);
  });

  it('does not make a year known', () => {
    expect(calendarFor(lists, jaipur, [added('holiday', '2027-01-26')]).knownYears).toEqual(
      new Set([2025, 2026]),
    );
  });
});

describe('a holiday list for the wrong year', () => {
  it('makes no year known, and closes its days all the same', () => {
    const wrong = { year: 2027, districtId: null, days: [{ date: '2026-10-05', name }] };
    expect(knownYearsOf([...lists, wrong])).toEqual(new Set([2025, 2026]));
    expect(isWorkingDay('2026-10-05', calendarFor([...lists, wrong], jaipur))).toBe(false);
  });

  it('nor does one that is empty, or a district alone', () => {
    const empty = { year: 2027, districtId: null, days: [] };
    const local = { year: 2028, districtId: jaipur, days: [{ date: '2028-10-05', name }] };
    expect(knownYearsOf([empty, local])).toEqual(new Set());
  });
});
