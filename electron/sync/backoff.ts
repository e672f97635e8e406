import { longestWait } from '../storage/longest-wait.ts';

/** Milliseconds between two periodic attempts, where the office set nothing else. */
export const defaultInterval = 15 * 60_000;

const firstDelay = 5_000;

/**
 * Milliseconds to wait after a number of failures in a row: doubling, at most five minutes and never longer than the
 * periodic interval. The jitter (`random` gives 0 … 1) keeps a district's PCs from coming back in step.
 */
export function backoff(failures: number, interval: number, random: () => number): number {
  const full = Math.min(firstDelay * 2 ** Math.min(failures - 1, 10), longestWait.decision, interval);
  return Math.round(full * (0.5 + random() / 2));
}

/** The periodic interval, up to a tenth shorter or longer. */
export function jittered(interval: number, random: () => number): number {
  return Math.round(interval * (0.9 + random() / 5));
}
