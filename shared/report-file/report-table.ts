import type { IsoDate } from '../domain/values.ts';

/** What one cell holds; a file writes it in its own way: a number as a number, a date as a date. */
export type Cell = string | number | { date: IsoDate } | null;

export interface ReportTable {
  title: string;
  /** Short enough for the tab of a sheet (31 characters, none of `[]:*?/\`). */
  sheet: string;
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** Said under the table; null where nothing is to be said. */
  note: string | null;
}
