import { z } from 'zod';
import type { IsoDate } from '../domain/values.ts';

/**
 * What an officer chose about a large pull: everything, only the scans that are needed soon, or nothing for now.
 * Decisions leave and are answered whichever it is.
 */
export const pullChoice = z.enum(['all', 'needed', 'later']);
export type PullChoice = z.infer<typeof pullChoice>;

/** As the vault keeps it, in whole numbers: a place in `pullChoice.options` from 1, and a day as 20261127. */
export interface KeptPullChoice {
  pullChoice: number;
  /** 0: until it is switched off. */
  pullChoiceDay: number;
}

export function keptPullChoice(choice: PullChoice | null, day: IsoDate | null): KeptPullChoice {
  const place = choice === null ? 0 : pullChoice.options.indexOf(choice) + 1;
  return { pullChoice: place, pullChoiceDay: day === null ? 0 : Number(day.replaceAll('-', '')) };
}

/** Null when none was made, or only for a day that is over. `day` null: until it is switched off. */
export function readPullChoice(
  kept: KeptPullChoice,
  today: IsoDate,
): { choice: PullChoice; day: IsoDate | null } | null {
  const choice = pullChoice.options[kept.pullChoice - 1];
  if (choice === undefined) return null;
  if (kept.pullChoiceDay === 0) return { choice, day: null };
  return kept.pullChoiceDay === keptPullChoice(choice, today).pullChoiceDay ? { choice, day: today } : null;
}
