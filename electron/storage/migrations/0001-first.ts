import type { Migration } from './migrate.ts';

/** The first schema. Append only: once released, a migration is never edited. */
export const first: Migration = {
  version: 1,
  sql: `
    CREATE TABLE meta (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE settings (
      name TEXT PRIMARY KEY,
      value INTEGER NOT NULL
    ) WITHOUT ROWID;

    -- As received, unknown fields too. Apart from its row, so that a decision does not rewrite a long text.
    CREATE TABLE requests (
      id TEXT PRIMARY KEY,
      feed_version INTEGER NOT NULL,
      version INTEGER NOT NULL,
      body TEXT NOT NULL
    );

    CREATE TABLE rows (
      id TEXT PRIMARY KEY REFERENCES requests (id),
      district_id TEXT NOT NULL,
      received_on TEXT NOT NULL,
      due_on TEXT NOT NULL,
      pauses TEXT NOT NULL,
      is_paused INTEGER NOT NULL,
      is_open INTEGER NOT NULL,
      is_removed INTEGER NOT NULL,
      has_standing INTEGER NOT NULL,
      recent_on TEXT NOT NULL,
      in_set INTEGER NOT NULL,
      row TEXT NOT NULL
    );
    CREATE INDEX rows_in_set ON rows (id) WHERE in_set = 1;
    CREATE INDEX rows_recent ON rows (recent_on);

    CREATE TABLE master (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      version INTEGER NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (kind, id)
    ) WITHOUT ROWID;

    -- What the server took back: an older version that arrives late must not bring it to life again.
    CREATE TABLE tombstones (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      version INTEGER NOT NULL,
      PRIMARY KEY (kind, id)
    ) WITHOUT ROWID;

    CREATE TABLE set_aside (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      version INTEGER NOT NULL,
      why TEXT NOT NULL,
      at TEXT NOT NULL,
      line TEXT NOT NULL,
      PRIMARY KEY (kind, id)
    );

    CREATE TABLE drafts (
      request_id TEXT PRIMARY KEY,
      body TEXT NOT NULL,
      saved_at TEXT NOT NULL
    );

    CREATE TABLE decisions (
      ordinal INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      request_id TEXT NOT NULL,
      request_version INTEGER NOT NULL,
      outcome TEXT NOT NULL,
      content TEXT NOT NULL,
      officer_signature TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      seals_at TEXT NOT NULL,
      state TEXT NOT NULL,
      answer TEXT,
      answer_message TEXT
    );
    CREATE INDEX decisions_of_request ON decisions (request_id, ordinal);
    CREATE INDEX decisions_recorded ON decisions (seals_at) WHERE state = 'recorded';
    CREATE INDEX decisions_unresolved ON decisions (state) WHERE state IN ('refused', 'conflicted');

    CREATE TABLE chain (
      sequence INTEGER PRIMARY KEY,
      decision_id TEXT NOT NULL UNIQUE REFERENCES decisions (id),
      previous TEXT NOT NULL,
      salt TEXT NOT NULL,
      commitment TEXT NOT NULL,
      sealed_at TEXT NOT NULL,
      device_signature TEXT NOT NULL
    );

    CREATE TABLE outbox (
      decision_id TEXT PRIMARY KEY REFERENCES decisions (id),
      sequence INTEGER NOT NULL UNIQUE,
      is_answered INTEGER NOT NULL,
      attempts INTEGER NOT NULL,
      last_error TEXT,
      next_try_at TEXT
    ) WITHOUT ROWID;
    CREATE INDEX outbox_open ON outbox (sequence) WHERE is_answered = 0;

    CREATE TABLE receipts (
      decision_id TEXT PRIMARY KEY REFERENCES decisions (id),
      text TEXT NOT NULL,
      signature TEXT NOT NULL,
      server_sequence INTEGER NOT NULL,
      accepted_at TEXT NOT NULL,
      content_hash TEXT NOT NULL
    );

    CREATE TABLE scans (
      hash TEXT PRIMARY KEY,
      size INTEGER NOT NULL,
      mime TEXT NOT NULL,
      pages INTEGER NOT NULL,
      is_masked INTEGER NOT NULL,
      state TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      why TEXT,
      failed_at TEXT,
      next_try_at TEXT
    );
    CREATE TABLE scan_requests (
      hash TEXT NOT NULL REFERENCES scans (hash),
      request_id TEXT NOT NULL REFERENCES requests (id),
      PRIMARY KEY (hash, request_id)
    ) WITHOUT ROWID;
    CREATE INDEX scans_of_request ON scan_requests (request_id);
    CREATE INDEX scans_missing ON scans (hash) WHERE state <> 'ready';

    CREATE TABLE audit (
      sequence INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      actor TEXT,
      action TEXT NOT NULL,
      subject TEXT,
      detail TEXT NOT NULL,
      hash TEXT NOT NULL
    );
  `,
};
