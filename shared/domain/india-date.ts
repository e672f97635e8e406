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

/** When the present hour in India ends, milliseconds. */
export function indiaHourEnd(milliseconds: number): number {
  return endOfSpan(milliseconds, 3_600_000);
}

/** When the present day in India ends, milliseconds. */
export function indiaDayEnd(milliseconds: number): number {
  return endOfSpan(milliseconds, 86_400_000);
}

function endOfSpan(milliseconds: number, span: number): number {
  return (Math.floor((milliseconds + offsetMilliseconds) / span) + 1) * span - offsetMilliseconds;
}

export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}
