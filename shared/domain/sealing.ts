import type { Instant } from './values.ts';

/** `sealsAt` of a decision that waits for the day's sign-off: a moment that no clock reaches, so nothing seals it by itself. */
export const atSignOff: Instant = '9999-12-31T00:00:00.000Z';

export function waitsForSignOff({ sealsAt }: { sealsAt: Instant }): boolean {
  return sealsAt >= atSignOff;
}
