import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageingBandOf, ageOf } from '../../../shared/domain/ageing.ts';
import { calendarFor } from '../../../shared/domain/calendar.ts';
import { districtId } from '../../../shared/domain/ids.ts';
import type { ClockPause } from '../../../shared/domain/request.ts';
import { dueDates } from '../../../shared/domain/working-days.ts';
import { readStateHolidays } from '../../support/samples/read-holidays.ts';

const calendar = calendarFor(readStateHolidays(), districtId.parse('jaipur'));
const age = (today: string, pauses: ClockPause[] = []) =>
  ageOf({ receivedOn: '2026-10-01', pauses }, calendar, today);

describe('ageOf', () => {
  it.each([
    ['2026-09-01', 0, false, 0],
    ['2026-10-01', 0, false, 0],
    ['2026-10-05', 1, false, 0],
    ['2026-10-13', 7, false, 0],
    ['2026-10-27', 15, false, 0],
    ['2026-10-28', 16, true, 1],
    ['2026-11-01', 18, true, 3],
  ])('received 01/10/2026, on %s: %i working days', (today, workingDays, isLate, daysLate) => {
    expect(age(today)).toMatchObject({ workingDays, isLate, daysLate, unknownYears: [] });
  });

  it('is not late over the weekend after the 15th day: no working day has come', () => {
    expect(dueDates('2026-07-10', [], calendar, '2026-07-10').day15).toBe('2026-07-31');
    expect(ageOf({ receivedOn: '2026-07-10', pauses: [] }, calendar, '2026-08-02').isLate).toBe(false);
    expect(ageOf({ receivedOn: '2026-07-10', pauses: [] }, calendar, '2026-08-03').daysLate).toBe(1);
  });

  it('stands still while others hold the file, and goes on afterwards', () => {
    const open: ClockPause = { from: '2026-10-12', to: null, why: 'returned' };
    expect(age('2026-10-09').workingDays).toBe(5);
    expect(age('2026-12-31', [open]).workingDays).toBe(5);
    const closed: ClockPause = { ...open, to: '2026-10-26' };
    expect(age('2026-10-26', [closed]).workingDays).toBe(6);
  });

  it('names the years it cannot count', () => {
    expect(age('2027-01-04').unknownYears).toEqual([2027]);
  });

  it('ends counting after three years', () => {
    const old = ageOf({ receivedOn: '2000-01-03', pauses: [] }, calendar, '2026-10-01');
    expect(old).toMatchObject({ isLate: true, band: '31+' });
    expect(old.workingDays).toBeLessThan(3 * 262);
  });

  it('is late from the first working day after the due date on, with any pauses', () => {
    const day = fc.integer({ min: 0, max: 200 }).map((days) => addDays('2026-01-01', days));
    const pause = fc.tuple(day, fc.nat(30)).map(([from, days]): ClockPause => {
      return { from, to: addDays(from, days), why: 'on-hold' };
    });
    fc.assert(
      fc.property(day, fc.array(pause, { maxLength: 3 }), day, (receivedOn, pauses, today) => {
        const { day15 } = dueDates(receivedOn, pauses, calendar, today);
        const { isLate, workingDays } = ageOf({ receivedOn, pauses }, calendar, today);
        if (isLate) expect(today > day15).toBe(true);
        if (today <= day15) expect(workingDays).toBeLessThanOrEqual(15);
        expect(ageOf({ receivedOn, pauses }, calendar, day15).workingDays).toBe(15);
      }),
    );
  });
});

describe('ageingBandOf', () => {
  it.each([
    [0, '0-7'],
    [7, '0-7'],
    [8, '8-15'],
    [15, '8-15'],
    [16, '16-30'],
    [30, '16-30'],
    [31, '31+'],
    [900, '31+'],
  ] as const)('%i working days: %s', (days, band) => {
    expect(ageingBandOf(days)).toBe(band);
  });
});

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
