import { matchNames } from '../../names/match-names.ts';
import type { DocumentReading } from '../document-reading.ts';

/** The names of whom a paper speaks, as they were read. */
export function namesIn(reading: Pick<DocumentReading, 'fields'> | null): string[] {
  const named = reading?.fields.filter(({ field }) => field === 'name' || field === 'nameHindi') ?? [];
  return [...new Set(named.map(({ value }) => value))];
}

/** Whether one and the same person is named on two papers; null where either names nobody. */
export function sameNames(here: readonly string[], there: readonly string[]): boolean | null {
  if (here.length === 0 || there.length === 0) return null;
  return here.some((one) => there.some((other) => matchNames(one, other).band !== 'mismatch'));
}
