import type { DistrictId } from './ids.ts';
import type { LocalAddition } from './local-addition.ts';
import type { HolidayList } from './master.ts';
import type { IsoDate } from './values.ts';
import type { WorkingCalendar } from './working-days.ts';

/**
 * Joins the state's list, the district's local holidays and what the office added by itself: a day more that it is
 * closed, or one of the lists on which it works (a festival that the moon moved). Of two entries for a day the later
 * one counts. A weekend stays a weekend.
 */
export function calendarFor(
  lists: readonly HolidayList[],
  districtId: DistrictId,
  additions: readonly Pick<LocalAddition, 'entry' | 'at'>[] = [],
): WorkingCalendar {
  const mine = lists.filter((list) => list.districtId === null || list.districtId === districtId);
  const holidays = new Set(mine.flatMap((list) => list.days.map((day) => day.date)));
  for (const { entry } of [...additions].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    if (entry.kind === 'holiday') holidays.add(entry.date);
    if (entry.kind === 'working-day') holidays.delete(entry.date);
  }
  return { holidays, knownYears: knownYearsOf(lists) };
}

/** The years for which a count of working days can be relied on. */
export function knownYearsOf(lists: readonly HolidayList[]): ReadonlySet<number> {
  return new Set(lists.filter(makesYearKnown).map((list) => list.year));
}

/**
 * A year is known by the state's list alone, and only where that list is of the year: one that is empty or names days
 * of another year was filed wrongly, and to rest on it would be a silent guess.
 */
function makesYearKnown(list: HolidayList): boolean {
  return list.districtId === null && list.days.length > 0 && daysOutsideYear(list).length === 0;
}

export function daysOutsideYear(list: HolidayList): IsoDate[] {
  return list.days.map((day) => day.date).filter((date) => Number(date.slice(0, 4)) !== list.year);
}
