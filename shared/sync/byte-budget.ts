import { indiaHourEnd, indiaDayEnd } from '../domain/india-date.ts';

/** Bytes both ways, of the present hour and day in India. In a limit 0 means: none. */
export interface HourAndDay {
  hour: number;
  day: number;
}

/** `until` in milliseconds. */
export interface ScansWait {
  limit: keyof HourAndDay;
  until: number;
}

/**
 * Which limit is used up, the longer one of two, and until when scans wait for it; null: they may come. Only scans ever
 * wait: what is decided, answered or changed is small and goes always. A scan may begin while anything is left, so the
 * last one may go past the limit by its own size.
 */
export function scansWait(limit: HourAndDay, spent: HourAndDay, now: number): ScansWait | null {
  if (isUsedUp(limit.day, spent.day)) return { limit: 'day', until: indiaDayEnd(now) };
  return isUsedUp(limit.hour, spent.hour) ? { limit: 'hour', until: indiaHourEnd(now) } : null;
}

function isUsedUp(limit: number, spent: number): boolean {
  return limit > 0 && spent >= limit;
}
