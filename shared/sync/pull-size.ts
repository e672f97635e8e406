import { z } from 'zod';

/** About how much a pull brings over the wire, as a range: it is an estimate, and says so. */
export const pullSize = z.object({
  items: z.int(),
  /** At most so many. */
  scans: z.int(),
  bytesFrom: z.int(),
  bytesTo: z.int(),
  /** Null where the link's speed was not measured yet. */
  secondsFrom: z.int().nullable(),
  secondsTo: z.int().nullable(),
});
export type PullSize = z.infer<typeof pullSize>;

export interface PullFacts {
  items: number;
  /** Of the items' lines before compression. */
  itemBytes: number;
  /** Of what came lately: bytes on the wire for one byte of the lines; 1 where nothing is known. */
  wireShare: number;
  /** That the server knows to belong to the items; of a first pull all of them are new, of a later one perhaps none. */
  comingScans: number;
  comingScanBytes: number;
  isFirstPull: boolean;
  /** That are known here, and not here yet: exact. */
  missingScans: number;
  missingScanBytes: number;
  bytesPerSecond: number | null;
}

/** How far the next items may compress worse or better than the last ones. */
const spread = { from: 0.8, to: 1.25 };
/** Bytes that were lost and sent again, and the waits between requests, come on top of the measured speed. */
const slowestShare = 1.3;

export function sizeOfPull(facts: PullFacts): PullSize {
  const items = facts.itemBytes * facts.wireShare;
  const certain = facts.missingScanBytes + (facts.isFirstPull ? facts.comingScanBytes : 0);
  const bytesFrom = Math.round(items * spread.from + certain);
  const bytesTo = Math.round(items * spread.to + facts.missingScanBytes + facts.comingScanBytes);
  const seconds = (bytes: number) =>
    facts.bytesPerSecond === null ? null : Math.round(bytes / Math.max(1, facts.bytesPerSecond));
  return {
    items: facts.items,
    scans: facts.missingScans + facts.comingScans,
    bytesFrom,
    bytesTo,
    secondsFrom: seconds(bytesFrom),
    secondsTo: seconds(bytesTo * slowestShare),
  };
}

/**
 * Whether an officer is to be asked: it takes too long, or the changes alone would use up the data limit. Scans that go
 * past the limit wait by themselves, so they are no question.
 */
export function isLargePull(size: PullSize, askMinutes: number, areChangesOverBudget: boolean): boolean {
  return areChangesOverBudget || (size.secondsTo !== null && size.secondsTo > askMinutes * 60);
}

/** @param bytesLeft of the office's data limit; null where none is set. */
export function isOverBudget(bytes: number, bytesLeft: number | null): boolean {
  return bytesLeft !== null && bytes > 0 && bytes > bytesLeft;
}
