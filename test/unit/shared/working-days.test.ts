import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFor } from '../../../shared/domain/calendar.ts';
import { districtId } from '../../../shared/domain/ids.ts';
import { dueDates, isWorkingDay, workingDaysBetween } from '../../../shared/domain/working-days.ts';
import { readStateHolidays } from '../../support/samples/read-holidays.ts';

const jaipur = districtId.parse('jaipur');
const calendar = calendarFor(readStateHolidays(), jaipur);

function countWorkingDays(year: number): number {
  return workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, calendar);
}

describe('working days of the state', () => {
  it('counts 238 in 2025 and 239 in 2026', () => {
    expect(countWorkingDays(2025)).toBe(238);
    expect(countWorkingDays(2026)).toBe(239);
  });

  it.each([
    ['2026-03-17', '2026-03-30', '2026-04-13'],
    ['2026-10-01', '2026-10-13', '2026-10-27'],
    ['2026-10-16', '2026-10-29', '2026-11-12'],
    ['2026-11-06', '2026-11-19', '2026-12-02'],
  ])('received %s: 7th %s, 15th %s', (received, day7, day15) => {
    const due = dueDates(received, [], calendar, received);
    expect(due).toEqual({ day7, day15, unknownYears: [], paused: false });
  });

  it('names the year whose holidays nobody has recorded', () => {
    expect(dueDates('2026-12-20', [], calendar, '2026-12-20').unknownYears).toEqual([2027]);
  });

  it("adds the district's local holidays, and no other district's", () => {
    const local = {
      year: 2026,
      districtId: jaipur,
      days: [{ date: '2026-10-05', name: { hi: 'नमूना', en: 'Sample' } }],
    };
    const other = { ...local, districtId: districtId.parse('udaipur') };
    const lists = readStateHolidays();
    expect(dueDates('2026-10-01', [], calendarFor([...lists, local], jaipur), '2026-10-01').day7).toBe(
      '2026-10-14',
    );
    expect(dueDates('2026-10-01', [], calendarFor([...lists, other], jaipur), '2026-10-01').day7).toBe(
      '2026-10-13',
    );
  });
});

describe('the clock pauses while others hold the file', () => {
  it('leaves the days of a pause out', () => {
    const pauses = [{ from: '2026-10-05', to: '2026-10-08', why: 'returned' as const }];
    expect(dueDates('2026-10-01', pauses, calendar, '2026-10-20').day7).toBe('2026-10-16');
  });

  it('moves the date on with every day of a pause that is still open', () => {
    const pauses = [{ from: '2026-10-05', to: null, why: 'on-hold' as const }];
    const early = dueDates('2026-10-01', pauses, calendar, '2026-10-06');
    const later = dueDates('2026-10-01', pauses, calendar, '2026-10-14');
    expect(early.paused).toBe(true);
    expect(later.day15 > early.day15).toBe(true);
  });

  it('ends after three years of pauses, and says that the date is not to be relied on', () => {
    const years = [2026, 2027, 2028, 2029];
    const known = { holidays: new Set<string>(), knownYears: new Set(years) };
    for (const to of ['2099-12-31', '9990-12-31']) {
      const pauses = [{ from: '2026-10-02', to, why: 'returned' as const }];
      const due = dueDates('2026-10-01', pauses, known, '2026-11-22');
      expect(due).toEqual({
        day7: '2029-10-03',
        day15: '2029-10-03',
        unknownYears: [2029],
        paused: false,
      });
    }
  });

  it('never makes a date earlier by a pause, and always ends on a working day', () => {
    const day = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(day, day, day, (receivedIn, startsIn, length) => {
        const from = addDays('2026-02-01', startsIn);
        const received = addDays('2026-02-01', receivedIn);
        const pauses = [{ from, to: addDays(from, length), why: 'returned' as const }];
        const paused = dueDates(received, pauses, calendar, '2026-07-01');
        const plain = dueDates(received, [], calendar, '2026-07-01');
        expect(paused.day15 >= plain.day15).toBe(true);
        expect(isWorkingDay(paused.day15, calendar)).toBe(true);
      }),
    );
  });
});

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
