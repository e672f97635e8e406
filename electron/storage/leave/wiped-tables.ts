import type { SqlDatabase } from '../sql-database.ts';

/** What stays in the vault of a desk that left: its signed record, and who it was. */
const kept = ['decisions', 'chain', 'outbox', 'receipts', 'audit', 'meta', 'transfer_acts'];

/** Of `meta`; all other values go. */
const keptValues = [
  'identity',
  'leaving',
  'today',
  'revision',
  'last-contact',
  'trusted-time',
  'chain-doubt',
  'chain-base',
];

interface TableOfSchema {
  name: string;
  type: string;
}

/**
 * Empties every table but those named above, within the caller's transaction: one that a later version adds goes too,
 * unless it is named here.
 */
export function emptyTables(db: SqlDatabase): void {
  // Tables refer to each other; at the commit nothing is left that could refer.
  db.pragma('defer_foreign_keys = ON');
  const tables = db
    .prepare<[], TableOfSchema>("SELECT name, type FROM pragma_table_list WHERE schema = 'main'")
    .all();
  for (const { name, type } of tables) {
    if (kept.includes(name) || name.startsWith('sqlite_')) continue;
    // A full-text index keeps its words in shadow tables that only it may empty.
    if (type === 'virtual') db.exec(`INSERT INTO ${name} (${name}) VALUES ('delete-all')`);
    else if (type === 'table') db.exec(`DELETE FROM ${name}`);
  }
  db.exec(`DELETE FROM meta WHERE name NOT IN (${keptValues.map((name) => `'${name}'`).join(', ')})`);
  db.exec("DELETE FROM transfer_acts WHERE state <> 'unsent'");
}
