import { isoDate, type IsoDate } from '../../values.ts';

export interface ReferenceId {
  /** Of the Aadhaar number: all that a code or a file tells of it. */
  last4: string;
  date: IsoDate | null;
  /** Milliseconds since 1970; the time is India's. Null where the digits are no time. */
  moment: number | null;
}

const indianOffset = '+05:30';

/**
 * What a reference id says: the last four digits of the number, then `yyyyMMddHHmmssSSS`. Null where it begins otherwise.
 * Longer or shorter times (the old files leave the milliseconds out) are read as far as they go.
 */
export function parseReferenceId(id: string): ReferenceId | null {
  const match = /^(\d{4})(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)(\d{3})?)?$/.exec(id);
  if (!match) return null;
  const [, last4 = '', year = '', month = '', day = '', hour = '00', minute = '00', second = '00'] = match;
  const date = isoDate.safeParse(`${year}-${month}-${day}`).data ?? null;
  if (date === null) return { last4, date, moment: null };
  const moment = Date.parse(`${date}T${hour}:${minute}:${second}.${match[8] ?? '000'}${indianOffset}`);
  return { last4, date, moment: Number.isNaN(moment) ? null : moment };
}
