import type { DrillOptions, Say } from './drill.ts';

export interface Drill {
  /** Its number in the table of fault drills; null: it is not there. */
  number: number | null;
  /** How often, where nothing is said: the table's count. */
  count: number;
  run(options: DrillOptions, say: Say): Promise<{ count: number; pass: boolean }>;
}

/** @param wanted a name or a number. */
export function findDrill(
  drills: Record<string, Drill>,
  wanted: string,
): { name: string; drill: Drill } | null {
  const entry = Object.entries(drills).find(
    ([name, { number }]) => name === wanted || String(number) === wanted,
  );
  return entry ? { name: entry[0], drill: entry[1] } : null;
}
