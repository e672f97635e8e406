import type { DistrictId } from './ids.ts';
import type { HolidayList } from './master.ts';
import type { WorkingCalendar } from './working-days.ts';

/** Joins the state's list and the district's local holidays. A year counts as known by the state's list alone. */
export function calendarFor(lists: readonly HolidayList[], districtId: DistrictId): WorkingCalendar {
  const mine = lists.filter((list) => list.districtId === null || list.districtId === districtId);
  return {
    holidays: new Set(mine.flatMap((list) => list.days.map((day) => day.date))),
    knownYears: new Set(mine.filter((list) => list.districtId === null).map((list) => list.year)),
  };
}
