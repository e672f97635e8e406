import type { Migration } from './migrate.ts';

/**
 * The archive shows a request from the request itself. Its table is made anew: where a column only leaves, each page
 * stays as large as it was and half empty, and the places of new requests never fill it.
 */
export const archivePlaces: Migration = {
  version: 11,
  sql: `
    CREATE TABLE archive_places (
      ordinal INTEGER PRIMARY KEY,
      request_id TEXT NOT NULL UNIQUE REFERENCES requests (id),
      fingerprint TEXT NOT NULL
    );
    INSERT INTO archive_places SELECT ordinal, request_id, fingerprint FROM archive ORDER BY ordinal;
    DROP TABLE archive;
    ALTER TABLE archive_places RENAME TO archive;
  `,
};
