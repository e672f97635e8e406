import { z } from 'zod';
import type { IsoDate } from './values.ts';

/** Days at which the desk warns, and at which it takes no approval any more; 0: never. */
export interface LimitDays {
  warn: number;
  hold: number;
}

/** First values of the settings [planning guess]. */
export const firstLimits = {
  unsent: { warn: 3, hold: 7 },
  master: { warn: 7, hold: 15 },
} as const satisfies Record<LimitName, LimitDays>;

export const limitName = z.enum(['unsent', 'master']);
export type LimitName = z.infer<typeof limitName>;

export const limitState = z.object({
  level: z.enum(['fine', 'warn', 'hold']),
  /** Calendar days: since the oldest decision without an answer was recorded, or since the server's last answer. */
  days: z.int().nonnegative(),
  /** Days left until approvals are held; null where they never are, 0 from then on. */
  holdsIn: z.int().nonnegative().nullable(),
});
export type LimitState = z.infer<typeof limitState>;

export const deskLimits = z.object({
  unsent: limitState,
  master: limitState,
  /** Recorded decisions that only the day's sign-off seals. */
  waiting: z.object({
    count: z.int().nonnegative(),
    /** At least one is of an earlier day. */
    isOverdue: z.boolean(),
  }),
});
export type DeskLimits = z.infer<typeof deskLimits>;

export interface LimitFacts {
  /** The server's day where it is known. */
  today: IsoDate;
  /** When the oldest decision that has no answer was recorded; null when there is none. */
  oldestUnsentOn: IsoDate | null;
  /** When the server last confirmed the master data. */
  masterConfirmedOn: IsoDate;
  waiting: number;
  oldestWaitingOn: IsoDate | null;
}

/** How the desk stands against the office's limits. */
export function judgeLimits(facts: LimitFacts, limits: Record<LimitName, LimitDays>): DeskLimits {
  const { today, oldestUnsentOn, oldestWaitingOn } = facts;
  return {
    unsent: judgeDays(oldestUnsentOn === null ? 0 : daysBetween(oldestUnsentOn, today), limits.unsent),
    master: judgeDays(daysBetween(facts.masterConfirmedOn, today), limits.master),
    waiting: {
      count: facts.waiting,
      isOverdue: oldestWaitingOn !== null && oldestWaitingOn < today,
    },
  };
}

/** The limit that holds approvals back, the decisions' own first; null while none does. */
export function heldBy(limits: Pick<DeskLimits, LimitName>): LimitName | null {
  return limitName.options.find((name) => limits[name].level === 'hold') ?? null;
}

/** The limit whose warning would come after approvals are held already; null when both make sense. */
export function crossedLimit(limits: Record<LimitName, LimitDays>): LimitName | null {
  return (
    limitName.options.find((name) => limits[name].hold > 0 && limits[name].warn > limits[name].hold) ?? null
  );
}

function judgeDays(days: number, { warn, hold }: LimitDays): LimitState {
  const holdsIn = hold === 0 ? null : Math.max(0, hold - days);
  if (holdsIn === 0) return { level: 'hold', days, holdsIn };
  return { level: warn > 0 && days >= warn ? 'warn' : 'fine', days, holdsIn };
}

/** A day that has not come yet is the work of a clock that ran ahead: no days have gone by since. */
function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
}
