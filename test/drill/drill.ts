export interface DrillOptions {
  /** How many faults. */
  count: number;
  /** The same number gives the same faults, as far as time and processes allow. */
  seed: number;
}

/** One line of the progress. */
export type Say = (line: string) => void;
