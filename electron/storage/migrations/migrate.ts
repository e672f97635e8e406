import type { SqlDatabase } from '../sql-database.ts';
import { StorageError } from '../storage-error.ts';
import { first } from './0001-first.ts';
import { office } from './0002-office.ts';
import { transferRows } from './0003-transfer-rows.ts';
import { documents } from './0004-documents.ts';
import { conflicts } from './0005-conflicts.ts';
import { claims } from './0006-claims.ts';
import { parking } from './0007-parking.ts';
import { uploads } from './0008-uploads.ts';
import { rowIndexes } from './0009-row-indexes.ts';
import { stateRevision } from './0010-state-revision.ts';
import { archivePlaces } from './0011-archive-places.ts';

export interface Migration {
  /** `user_version` after it; one more than the one before. */
  version: number;
  sql: string;
}

/** Append only, in order. */
export const migrations: readonly Migration[] = [
  first,
  office,
  transferRows,
  documents,
  conflicts,
  claims,
  parking,
  uploads,
  rowIndexes,
  stateRevision,
  archivePlaces,
];

/**
 * Brings a vault to the newest schema. Each step is one transaction that moves `user_version` with it: killed at any
 * time, the vault has the old schema or the new one.
 * @throws StorageError `newer-vault`: nothing is touched.
 */
export function migrate(db: SqlDatabase, steps: readonly Migration[] = migrations): void {
  const present = userVersion(db);
  const newest = steps.at(-1)?.version ?? 0;
  if (present > newest) throw new StorageError('newer-vault');
  for (const step of steps.filter(({ version }) => version > present)) {
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
}

export function userVersion(db: SqlDatabase): number {
  return Number(db.pragma('user_version', { simple: true }));
}
