import type { Migration } from './migrate.ts';

/** Scans that were taken in here go up, and those of other desks of the district come. */
export const uploads: Migration = {
  version: 8,
  sql: `
    -- Of each scan that was taken in here. \`is_announced\`: the server was told, and may have heard, that it belongs to
    -- its request; \`is_withdrawn\`: it knows that it was taken back.
    CREATE TABLE uploads (
      id TEXT PRIMARY KEY REFERENCES local_scans (id),
      state TEXT NOT NULL DEFAULT 'waiting',
      is_announced INTEGER NOT NULL DEFAULT 0,
      is_withdrawn INTEGER NOT NULL DEFAULT 0,
      attempts INTEGER NOT NULL DEFAULT 0,
      faults INTEGER NOT NULL DEFAULT 0,
      why TEXT,
      failed_at TEXT,
      next_try_at TEXT,
      is_parked INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    INSERT INTO uploads (id) SELECT id FROM local_scans WHERE ended_at IS NULL;

    -- Without a body: taken back. A request may come after what is attached to it.
    CREATE TABLE attachments (
      id TEXT PRIMARY KEY,
      version INTEGER NOT NULL,
      request_id TEXT,
      hash TEXT,
      body TEXT
    ) WITHOUT ROWID;
    CREATE INDEX attachments_of_request ON attachments (request_id) WHERE body IS NOT NULL;
  `,
};
