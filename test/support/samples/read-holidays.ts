import { readFileSync } from 'node:fs';
import type { HolidayList } from '../../../shared/domain/master.ts';

/** The state's holiday lists as shipped in `shared/data/holidays.csv`, one a year. */
export function readStateHolidays(): HolidayList[] {
  const file = new URL('../../../shared/data/holidays.csv', import.meta.url);
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  const days = lines.map((line) => {
    const [date = '', name = ''] = line.split(',');
    return { date, name: { hi: name, en: name } };
  });
  const years = [...new Set(days.map((day) => Number(day.date.slice(0, 4))))];
  return years.map((year) => ({
    year,
    districtId: null,
    days: days.filter((day) => day.date.startsWith(String(year))),
  }));
}
