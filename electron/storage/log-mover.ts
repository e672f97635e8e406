import type { SqlDatabase } from './sql-database.ts';
import type { StoreMethod, StoreMethods } from './store-methods.ts';

/** Each line writes two pages or more, and 4,000 of them are moved by whichever commit comes past them. */
const enoughLines = 1000;

/**
 * Moves the log into the file when a large receive is over, which takes 50 to 100 ms: nobody waits for the vault then.
 * Left to itself a later commit would do it, as like as not the one that keeps an officer's decision.
 */
export function logMover(database: Pick<SqlDatabase, 'pragma'>) {
  let lines = 0;
  let isOver = false;
  return {
    /** A call has been carried out. */
    heard(method: StoreMethod, args: readonly unknown[]): void {
      if (method !== 'applyChanges') return;
      const [received, , , , isAll] = args as Parameters<StoreMethods['applyChanges']>;
      lines += received.length;
      isOver = isAll === true;
    },
    /** When everything has been answered. */
    rest(): void {
      if (!isOver || lines < enoughLines) return;
      lines = 0;
      try {
        database.pragma('wal_checkpoint(PASSIVE)');
      } catch {
        // The log holds all of it, and the next commit past its length tries again and says why it cannot.
      }
    },
  };
}
