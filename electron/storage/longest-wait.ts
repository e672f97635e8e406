import { instantOf } from '../../shared/domain/india-date.ts';
import type { Instant } from '../../shared/domain/values.ts';

const minute = 60_000;

/** Milliseconds. What is put off after a failure never waits longer, whatever its kind. */
export const longestWait = { decision: 5 * minute, item: 9 * 60 * minute } as const;

/**
 * The latest moment for which anything can have been put off by `now`. What waits past it was put off under a clock
 * that ran ahead and was set back since: it is due.
 */
export function latestTry(now: Instant, kind: keyof typeof longestWait): Instant {
  return instantOf(Date.parse(now) + longestWait[kind]);
}
