import { calendarFor } from '../../shared/domain/calendar.ts';
import type { DistrictId } from '../../shared/domain/ids.ts';
import type { LocalAddition } from '../../shared/domain/local-addition.ts';
import type { HolidayList } from '../../shared/domain/master.ts';

/**
 * The server's holiday lists as this office keeps them: days that it opened are left out, days that it closed are on
 * the district's list of their year. A calendar made of these lists counts as the vault does.
 */
export function mergedHolidays(
  lists: readonly HolidayList[],
  additions: readonly LocalAddition[],
  districtId: DistrictId,
): HolidayList[] {
  const closed = calendarFor(lists, districtId, additions).holidays;
  const merged = lists.map((list) =>
    isOurs(list, districtId)
      ? { ...list, days: list.days.filter((day) => closed.has(day.date)) }
      : { ...list },
  );
  const listed = new Set(
    merged.filter((list) => isOurs(list, districtId)).flatMap((list) => list.days.map((day) => day.date)),
  );
  for (const { entry } of additions) {
    if (entry.kind !== 'holiday' || !closed.has(entry.date) || listed.has(entry.date)) continue;
    listed.add(entry.date);
    const year = Number(entry.date.slice(0, 4));
    const list = merged.find((one) => one.districtId === districtId && one.year === year);
    const day = { date: entry.date, name: entry.name };
    if (list) list.days = [...list.days, day];
    else merged.push({ year, districtId, days: [day] });
  }
  return merged;
}

function isOurs(list: HolidayList, districtId: DistrictId): boolean {
  return list.districtId === null || list.districtId === districtId;
}
