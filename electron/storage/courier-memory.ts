import type { Instant } from '../../shared/domain/values.ts';

/** What the vault remembers of the courier's files. */
export interface CourierMemory {
  /** Of the last file that was made; 0 before the first. */
  outSequence: number;
  /** The highest of the files that were taken in; 0 before the first. */
  inSequence: number;
  /**
   * Cursors that files from here told the server, the oldest first: this desk has everything up to each of them, so
   * changes that begin at one leave no gap.
   */
  toldCursors: string[];
  writtenAt: Instant | null;
  readAt: Instant | null;
  /** When the central office made the newest file that was taken in and left no changes out, by its own clock. */
  newestMadeAt: Instant | null;
}
