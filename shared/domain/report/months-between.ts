import type { IsoDate } from '../values.ts';

/** The months (`yyyy-mm`) that a period touches, in order. */
export function monthsBetween(from: IsoDate, to: IsoDate): string[] {
  const last = to.slice(0, 7);
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, nth = 0] = month.split('-').map(Number);
  return nth === 12 ? `${year + 1}-01` : `${year}-${String(nth + 1).padStart(2, '0')}`;
}
