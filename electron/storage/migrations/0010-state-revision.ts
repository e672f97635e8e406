import type { Migration } from './migrate.ts';

/** A decision's state may be newer than the row that shows it: the row is not written where only the state goes on. */
export const stateRevision: Migration = {
  version: 10,
  sql: `
    -- The working set's revision at which the state was told; 0 where the row itself was.
    ALTER TABLE decisions ADD COLUMN state_revision INTEGER NOT NULL DEFAULT 0;
  `,
};
