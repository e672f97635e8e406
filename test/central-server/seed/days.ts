import { isWorkingDay, type WorkingCalendar } from '../../../shared/domain/working-days.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The date itself, or the last working day before it. */
export function workingDayUpTo(date: IsoDate, calendar: WorkingCalendar): IsoDate {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = addDays(day, -1);
  return day;
}

/** A moment of a day in India. */
export function atTime(date: IsoDate, hour: number, minute: number): string {
  const midnight = Date.parse(`${date}T00:00:00+05:30`);
  return new Date(midnight + (hour * 60 + minute) * 60_000).toISOString();
}

export function earlierOf(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}
