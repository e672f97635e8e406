import { indiaHourEnd, indiaDayEnd } from '../domain/india-date.ts';

/** Bytes both ways, of the present hour and day in India. In a limit 0 means: none. */
export interface HourAndDay {
  hour: number;
  day: number;
}

/** The one that holds scans back the longest; null: they may come. */
export function limitUsedUp(limit: HourAndDay, spent: HourAndDay): keyof HourAndDay | null {
  if (isUsedUp(limit.day, spent.day)) return 'day';
  return isUsedUp(limit.hour, spent.hour) ? 'hour' : null;
}

/**
 * Until when (milliseconds) scans wait because a limit is used up; null: they may come. Only scans ever wait: what is
 * decided, answered or changed is small and goes always. A scan may begin while anything is left, so the last one may
 * go past the limit by its own size.
 */
export function scansWaitUntil(limit: HourAndDay, spent: HourAndDay, now: number): number | null {
  switch (limitUsedUp(limit, spent)) {
    case 'day':
      return indiaDayEnd(now);
    case 'hour':
      return indiaHourEnd(now);
    case null:
      return null;
  }
}

function isUsedUp(limit: number, spent: number): boolean {
  return limit > 0 && spent >= limit;
}
