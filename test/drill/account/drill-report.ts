/** The last line of a drill. Every number but `count` must be zero for it to pass. */
export interface DrillReport {
  drill: string;
  /** Faults that really happened. */
  count: number;
  /** Told to the officer as recorded (or as here), and in the end not where it belongs. */
  lost: number;
  /** Took effect more than once: at the server, or on this PC. */
  duplicated: number;
  /** Said to be accepted, or that all is synced, when it was not so. */
  falseSynced: number;
  /** Read back or shown as something else than it is, without a word. */
  silentWrong: number;
  /** The process ended, hung, or did not come back in the time that the drill allows. */
  aborted: number;
  pass: boolean;
}

export type DrillCounts = Omit<DrillReport, 'drill' | 'pass'>;

export function noCounts(): DrillCounts {
  return { count: 0, lost: 0, duplicated: 0, falseSynced: 0, silentWrong: 0, aborted: 0 };
}

export function addCounts(sum: DrillCounts, more: Partial<DrillCounts>): void {
  for (const name of Object.keys(sum) as (keyof DrillCounts)[]) sum[name] += more[name] ?? 0;
}

/** @param wanted how many faults were asked for: a drill that met fewer proves nothing. */
export function reportOf(drill: string, wanted: number, counts: DrillCounts): DrillReport {
  const { count, lost, duplicated, falseSynced, silentWrong, aborted } = counts;
  const pass = count >= wanted && lost + duplicated + falseSynced + silentWrong + aborted === 0;
  return { drill, count, lost, duplicated, falseSynced, silentWrong, aborted, pass };
}
