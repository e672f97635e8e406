import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { HolidayList } from '../../shared/domain/master.ts';

const folder = new URL('../../shared/data/', import.meta.url);

/** The rows of a table that ships with the app, by its columns' names. */
function readTable(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(name, folder), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' }).data;
}

/** The state's public holidays, one list a year. The table has Hindi names only. */
export function stateHolidays(): HolidayList[] {
  const lists = new Map<number, HolidayList>();
  for (const { date = '', name_hi: name = '' } of readTable('holidays.csv')) {
    const year = Number(date.slice(0, 4));
    const list = lists.get(year) ?? { year, districtId: null, days: [] };
    list.days.push({ date, name: { hi: name, en: name } });
    lists.set(year, list);
  }
  return [...lists.values()];
}

export interface DistrictRow {
  id: string;
  en: string;
  hi: string;
  lgdCode: string;
  censusCode: string;
  alsoWritten: string[];
}

export function districtRows(): DistrictRow[] {
  return readTable('districts.csv').map((row) => ({
    id: idOf(row['name_en'] ?? ''),
    en: row['name_en'] ?? '',
    hi: row['name_hi'] ?? '',
    lgdCode: row['lgd_code'] ?? '',
    censusCode: row['census2011_code'] ?? '',
    alsoWritten: (row['also_written'] ?? '').split(',').map((name) => name.trim()),
  }));
}

export interface HistoricDistrictRow {
  id: string;
  en: string;
  hi: string;
  /** English names; more than one where it was split. */
  successors: string[];
  isCertain: boolean;
}

/** Districts that were abolished on 28/12/2024. */
export function historicDistrictRows(): HistoricDistrictRow[] {
  return readTable('districts-historic.csv').map((row) => ({
    id: idOf(row['name_en'] ?? ''),
    en: row['name_en'] ?? '',
    hi: row['name_hi'] ?? '',
    successors: (row['successor_en'] ?? '').split('|'),
    isCertain: row['certain'] === 'yes',
  }));
}

function idOf(nameEn: string): string {
  return nameEn.toLowerCase().replace(/\s+/g, '-');
}
