import { indiaHourEnd, indiaDayEnd } from '../domain/india-date.ts';

/** Bytes both ways, of the present hour and day in India. In a limit 0 means: none. */
export interface HourAndDay {
  hour: number;
  day: number;
}

/**
 * Until when (milliseconds) scans wait because a limit is used up; null: they may come. Only scans ever wait: what is
 * decided, answered or changed is small and goes always. A scan may begin while anything is left, so the last one may
 * go past the limit by its own size.
 */
export function scansWaitUntil(limit: HourAndDay, spent: HourAndDay, now: number): number | null {
  if (isUsedUp(limit.day, spent.day)) return indiaDayEnd(now);
  return isUsedUp(limit.hour, spent.hour) ? indiaHourEnd(now) : null;
}

function isUsedUp(limit: number, spent: number): boolean {
  return limit > 0 && spent >= limit;
}
