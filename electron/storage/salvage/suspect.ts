import { existsSync, rmSync, writeFileSync } from 'node:fs';
import type { SqlDatabase } from '../sql-database.ts';
import { StorageError } from '../storage-error.ts';

const noteOf = (database: string) => `${database}-suspect`;

/** A page could not be read while the vault was in use: the next opening looks at all of them. */
export function suspect(database: string): void {
  try {
    writeFileSync(noteOf(database), '');
  } catch {
    // A full disk: the fault itself is told all the same, and the next read of that page notes it again.
  }
}

/** @throws StorageError `damaged` where the fault is still there: then the salvage is offered, not half a vault. */
export function checkSuspect(file: string, database: SqlDatabase): void {
  if (!existsSync(noteOf(file))) return;
  let isWhole = false;
  try {
    isWhole = database.pragma('quick_check(1)', { simple: true }) === 'ok';
  } finally {
    if (!isWhole) database.close();
  }
  if (!isWhole) throw new StorageError('damaged');
  rmSync(noteOf(file), { force: true });
}
