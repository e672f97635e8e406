import { parseDate, type DateFault, type ParsedDate } from '../../shared/text/parse-date.ts';

/** A date as it is typed in a shell: ISO, or day, month, year as it is written in India. Never the month first. */
export function readDate(typed: string): ParsedDate {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(typed.trim());
  return parseDate(iso ? `${iso[3] ?? ''}/${iso[2] ?? ''}/${iso[1] ?? ''}` : typed);
}

/** Why it is none, and what to type instead. */
export const dateFaultWords: Record<DateFault, string> = {
  empty: 'no date: type day/month/year (12/10/2026 is 12 October) or yyyy-mm-dd',
  shape: 'no date: type day/month/year (12/10/2026 is 12 October) or yyyy-mm-dd',
  impossible: 'a day that does not exist: check day and month, the day stands before the month',
  outside: 'outside the years 2000 to 2100',
};
