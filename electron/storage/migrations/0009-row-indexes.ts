import type { Migration } from './migrate.ts';

/** What a new day asks of the rows is few of them: paused ones, and settled ones that leave the set or return. */
export const rowIndexes: Migration = {
  version: 9,
  sql: `
    -- By the day alone nearly all rows were read to find none; and each open row stood in it for nothing.
    DROP INDEX rows_recent;
    CREATE INDEX rows_settled ON rows (in_set, recent_on) WHERE is_open = 0 AND has_standing = 0 AND is_removed = 0;
    CREATE INDEX rows_paused ON rows (id) WHERE in_set = 1 AND is_paused = 1;
  `,
};
