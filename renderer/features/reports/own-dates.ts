import { parseDate, type DateFault } from '../../../shared/text/parse-date.ts';
import type { Period } from './period.ts';

export type OwnDates =
  { ok: true; period: Period } | { ok: false; from: DateFault | null; to: DateFault | 'before-from' | null };

/** Reads the two dates that an officer typed; what is wrong is said at its field. */
export function readOwnDates(typedFrom: string, typedTo: string): OwnDates {
  const from = parseDate(typedFrom);
  const to = parseDate(typedTo);
  if (!from.ok || !to.ok)
    return { ok: false, from: from.ok ? null : from.fault, to: to.ok ? null : to.fault };
  if (to.date < from.date) return { ok: false, from: null, to: 'before-from' };
  return { ok: true, period: { from: from.date, to: to.date } };
}
