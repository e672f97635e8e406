import type { Migration } from './migrate.ts';

/**
 * What is tried a bounded number of times and then parked. `attempts` counts every try, `faults` only those that
 * were the item's own: a broken link parks nothing.
 */
export const parking: Migration = {
  version: 7,
  sql: `
    ALTER TABLE scans ADD COLUMN faults INTEGER NOT NULL DEFAULT 0;

    ALTER TABLE transfer_acts ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE transfer_acts ADD COLUMN faults INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE transfer_acts ADD COLUMN last_error TEXT;
    ALTER TABLE transfer_acts ADD COLUMN is_parked INTEGER NOT NULL DEFAULT 0;

    -- Bytes on the wire by the hour in India (2026-11-27T09), both ways.
    CREATE TABLE traffic (
      hour TEXT PRIMARY KEY,
      received INTEGER NOT NULL,
      sent INTEGER NOT NULL
    ) WITHOUT ROWID;
  `,
};
