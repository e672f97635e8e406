import { instantOf } from '../../shared/domain/india-date.ts';
import type { Instant } from '../../shared/domain/values.ts';

/** Up to when work counts as due: now, and by hand all of it, past every wait. */
export function dueHorizon(isByHand: boolean, now: number): Instant {
  return isByHand ? '9999-12-31T00:00:00.000Z' : instantOf(now);
}
