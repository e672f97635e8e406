import type { IsoDate } from '../domain/values.ts';

/** Why what was typed is no date of an office; the locale files say it in words (`common.dateFault`). */
export type DateFault = 'empty' | 'shape' | 'impossible' | 'outside';

export type ParsedDate = { ok: true; date: IsoDate } | { ok: false; fault: DateFault };

const firstYear = 2000;
const lastYear = 2100;

/**
 * Reads a date as officers write it: day, month, year with four digits; `/`, `-` or `.` between, in either script's
 * digits. A day that no calendar has (31/02) is refused, never moved to the next month; so is a year outside those
 * that the desk takes from the server.
 */
export function parseDate(typed: string): ParsedDate {
  const text = westernDigits(typed).trim();
  if (text === '') return { ok: false, fault: 'empty' };
  const match = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text);
  if (!match) return { ok: false, fault: 'shape' };
  const [, day = '', month = '', year = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isInCalendar(date)) return { ok: false, fault: 'impossible' };
  if (Number(year) < firstYear || Number(year) > lastYear) return { ok: false, fault: 'outside' };
  return { ok: true, date };
}

/** `Date` moves the 31st of February into March: a date that comes back changed does not exist. */
function isInCalendar(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

function westernDigits(text: string): string {
  return text.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x0966));
}
