import type { LocalAddition } from '../../../shared/domain/local-addition.ts';
import type { HolidayList } from '../../../shared/domain/master.ts';
import type { Bilingual, IsoDate } from '../../../shared/domain/values.ts';

export interface HolidayRow {
  date: IsoDate;
  name: Bilingual;
  /** Whose holiday it is; `office`: added on this desk; `opened`: listed, and made a working day on this desk. */
  source: 'state' | 'district' | 'office' | 'opened';
}

/** The holidays of each year that is known at all, newest year first; what this office added stands among them. */
export function holidayYears(
  lists: readonly HolidayList[],
  additions: readonly LocalAddition[],
): { year: number; isStateKnown: boolean; rows: HolidayRow[] }[] {
  const added = new Set(additions.flatMap(({ entry }) => (entry.kind === 'holiday' ? [entry.date] : [])));
  const opened = additions.flatMap(({ entry }) => (entry.kind === 'working-day' ? [entry] : []));
  const openDates = new Set(opened.map((entry) => entry.date));
  const listed = lists.flatMap((list) =>
    list.days.map((day): HolidayRow => {
      if (openDates.has(day.date)) return { ...day, source: 'opened' };
      if (added.has(day.date)) return { ...day, source: 'office' };
      return { ...day, source: list.districtId === null ? 'state' : 'district' };
    }),
  );
  const ofOpened = opened.map(({ date, name }): HolidayRow => ({ date, name, source: 'opened' }));
  const rows = [...new Map([...ofOpened, ...listed].map((row) => [row.date, row])).values()];
  const years = new Set([...lists.map((list) => list.year), ...rows.map((row) => yearOf(row.date))]);
  return [...years]
    .sort((a, b) => b - a)
    .map((year) => ({
      year,
      isStateKnown: lists.some((list) => list.year === year && list.districtId === null),
      rows: rows.filter((row) => yearOf(row.date) === year).sort((a, b) => a.date.localeCompare(b.date)),
    }));
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}
