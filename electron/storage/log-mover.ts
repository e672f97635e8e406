import type { SqlDatabase } from './sql-database.ts';
import type { StoreMethod, StoreMethods } from './store-methods.ts';

/** Each line writes two pages or more, and 4,000 of them are moved by whichever commit comes past them. */
const enoughLines = 1000;

/**
 * Moves the log into the file when a receive is over and this many lines or more have come since the last time. It takes
 * 50 to 100 ms on a disk like a developer's: then a screen that is opened waits for it, else the commit that comes past
 * the log's length, as like as not one that keeps an officer's decision. What comes by a stick is left to that commit.
 */
export function logMover(database: Pick<SqlDatabase, 'pragma'>) {
  let lines = 0;
  let isOver = false;
  return {
    /** A call has been carried out. */
    heard(method: StoreMethod, args: readonly unknown[]): void {
      if (method === 'noteReceived') isOver = true;
      if (method !== 'applyChanges') return;
      const [received, , , , isAll] = args as Parameters<StoreMethods['applyChanges']>;
      lines += received.length;
      isOver = isAll === true;
    },
    /** When everything has been answered. */
    rest(): void {
      if (!isOver || lines < enoughLines) return;
      lines = 0;
      isOver = false;
      try {
        database.pragma('wal_checkpoint(PASSIVE)');
      } catch {
        // The log holds all of it, and commits past its length try again; one that finds no room for its log says so.
      }
    },
  };
}
