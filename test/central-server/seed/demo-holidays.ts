import { readFileSync } from 'node:fs';
import { districtId } from '../../../shared/domain/ids.ts';
import type { HolidayList } from '../../../shared/domain/master.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';

const years = [2025, 2026];

/** The state's public holidays as published, and two local ones a year in each district, as a Collector may add. */
export function demoHolidays(asOf: IsoDate): HolidayList[] {
  const file = readFileSync(new URL('../../../shared/data/holidays.csv', import.meta.url), 'utf8');
  const days = file
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))
    .map(([date = '', nameHi = '']) => ({ date, name: { hi: nameHi, en: nameHi } }));
  const lists = years.flatMap((year) => [
    { year, districtId: null, days: days.filter((day) => day.date.startsWith(String(year))) },
    local(year, 'jaipur', [
      ['01-14', 'मकर संक्रान्ति (नमूना स्थानीय अवकाश)', 'Makar Sankranti (sample local holiday)'],
      ['11-18', 'जयपुर स्थापना दिवस (नमूना स्थानीय अवकाश)', 'Jaipur Foundation Day (sample local holiday)'],
    ]),
    local(year, 'udaipur', [
      ['04-23', 'मेवाड़ उत्सव (नमूना स्थानीय अवकाश)', 'Mewar Festival (sample local holiday)'],
      ['07-29', 'हरियाली अमावस्या मेला (नमूना स्थानीय अवकाश)', 'Hariyali Amavasya Fair (sample local holiday)'],
    ]),
  ]);
  return lists.map((list) => ({ ...list, asOf }));
}

function local(
  year: number,
  district: string,
  days: [monthDay: string, hi: string, en: string][],
): HolidayList {
  return {
    year,
    districtId: districtId.parse(district),
    days: days.map(([monthDay, hi, en]) => ({ date: `${year}-${monthDay}`, name: { hi, en } })),
  };
}
