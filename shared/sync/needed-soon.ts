import { indiaDate } from '../domain/india-date.ts';
import type { IsoDate } from '../domain/values.ts';

/** Days after today within which a due request counts as needed soon. */
const soonDays = 2;

/** The last due date that is needed soon; what is overdue lies before it. */
export function neededSoonBy(today: IsoDate): IsoDate {
  return indiaDate(Date.parse(`${today}T12:00:00.000+05:30`) + soonDays * 86_400_000);
}
