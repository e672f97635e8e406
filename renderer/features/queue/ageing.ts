import type { SlimRow } from '../../../shared/domain/slim-row.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import {
  isWorkingDay,
  workingDaysBetween,
  type WorkingCalendar,
} from '../../../shared/domain/working-days.ts';

/** How near a request's due date is; the officer filters by the first three. */
export type AgeingBand = 'overdue' | 'soon' | 'on-time';
export const ageingBands: readonly AgeingBand[] = ['overdue', 'soon', 'on-time'];

/** Within this many working days a request is due soon. */
export const soonWorkingDays = 5;

export type DueWords =
  | { kind: 'left'; workingDays: number }
  | { kind: 'today' }
  /** 0 when no working day has passed since (a weekend). */
  | { kind: 'overdue'; workingDays: number }
  | { kind: 'paused' }
  | { kind: 'closed' };

export interface Ageing {
  /** Null where no clock runs: done, or paused. */
  band: AgeingBand | null;
  words: DueWords;
}

/** The last day that still counts as soon: the fifth working day after today. */
export function soonUntil(today: IsoDate, calendar: WorkingCalendar): IsoDate {
  let day = today;
  for (let count = 0; count < soonWorkingDays;) {
    day = nextDay(day);
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return day;
}

export function ageingOf(
  row: Pick<SlimRow, 'pile' | 'paused' | 'dueOn'>,
  today: IsoDate,
  calendar: WorkingCalendar,
  soonEnd: IsoDate,
): Ageing {
  if (row.pile === 'done') return { band: null, words: { kind: 'closed' } };
  if (row.paused) return { band: null, words: { kind: 'paused' } };
  const band = bandOf(row.dueOn, today, soonEnd);
  return { band, words: dueWords(row.dueOn, today, calendar) };
}

export function bandOf(dueOn: IsoDate, today: IsoDate, soonEnd: IsoDate): AgeingBand {
  if (dueOn < today) return 'overdue';
  return dueOn <= soonEnd ? 'soon' : 'on-time';
}

function dueWords(dueOn: IsoDate, today: IsoDate, calendar: WorkingCalendar): DueWords {
  if (dueOn === today) return { kind: 'today' };
  const workingDays = workingDaysBetween(today, dueOn, calendar);
  return dueOn > today
    ? { kind: 'left', workingDays }
    : { kind: 'overdue', workingDays: Math.abs(workingDays) };
}

function nextDay(date: IsoDate): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The due dates of a band, both ends included; the ends are open where null. */
export function bandDates(
  band: AgeingBand,
  today: IsoDate,
  soonEnd: IsoDate,
): { from: IsoDate | null; to: IsoDate | null } {
  switch (band) {
    case 'overdue':
      return { from: null, to: previousDay(today) };
    case 'soon':
      return { from: today, to: soonEnd };
    case 'on-time':
      return { from: nextDay(soonEnd), to: null };
  }
}

function previousDay(date: IsoDate): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
