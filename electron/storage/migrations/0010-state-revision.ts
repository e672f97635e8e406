import type { Migration } from './migrate.ts';

/** A decision's state may be newer than the row that shows it: the row is not written where only the state goes on. */
export const stateRevision: Migration = {
  version: 10,
  sql: `
    -- The working set's revision at which the state was told; 0 where the row itself was.
    ALTER TABLE decisions ADD COLUMN state_revision INTEGER NOT NULL DEFAULT 0;
    -- Which decision a row shows, told without the row.
    CREATE INDEX rows_standing ON rows (id, json_extract(row, '$.decision.id'), json_extract(row, '$.version'))
      WHERE in_set = 1 AND has_standing = 1 AND is_paused = 0;
  `,
};
