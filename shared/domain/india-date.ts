import type { Instant, IsoDate } from './values.ts';

const offsetMilliseconds = 5.5 * 3_600_000;

/** The calendar date in India at a moment, whatever the PC's time zone says. India has one zone and no summer time. */
export function indiaDate(milliseconds: number): IsoDate {
  return new Date(milliseconds + offsetMilliseconds).toISOString().slice(0, 10);
}

/** The hour in India at a moment: `2026-11-27T09`. */
export function indiaHour(milliseconds: number): string {
  return new Date(milliseconds + offsetMilliseconds).toISOString().slice(0, 13);
}

export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}
