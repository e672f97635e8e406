import type { Migration } from './migrate.ts';

/** Who works on what, as the feed tells. Apart from the master data, by whose receipt the limits are measured. */
export const claims: Migration = {
  version: 6,
  sql: `
    CREATE TABLE claims (
      request_id TEXT PRIMARY KEY,
      version INTEGER NOT NULL,
      -- Null once it was given back: an older version that comes late must not bring it to life again.
      body TEXT
    ) WITHOUT ROWID;
  `,
};
