import type { Outcome } from '../../../shared/domain/decision.ts';
import type { ChartLook } from '../../ui/chart-patterns.tsx';

/** How many decisions of each kind, as the report counts them. */
export interface OutcomeCounts {
  approved: number;
  rejected: number;
  returned: number;
  held: number;
}

/** The report's counts in the order in which they are shown, with the outcome that each counts. */
export const outcomeCounts = [
  { field: 'approved', outcome: 'approve', look: 'solid' },
  { field: 'rejected', outcome: 'reject', look: 'hatched' },
  { field: 'returned', outcome: 'return', look: 'dotted' },
  { field: 'held', outcome: 'hold', look: 'outlined' },
] as const satisfies { field: keyof OutcomeCounts; outcome: Outcome; look: ChartLook }[];

export function countsOf(counts: OutcomeCounts): number[] {
  return outcomeCounts.map(({ field }) => counts[field]);
}

/** Adds up the columns of a table; all rows have the same. */
export function columnSums(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
}
