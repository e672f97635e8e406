import type { Migration } from './migrate.ts';

/**
 * Documents that are read and masked on this PC. `hash` is always that of bytes that may lie here: the masked ones.
 */
export const documents: Migration = {
  version: 4,
  sql: `
    -- What a scan was found to say; without a body where it could not be read, with the fault's name.
    CREATE TABLE readings (
      hash TEXT PRIMARY KEY,
      engine INTEGER NOT NULL,
      fault TEXT,
      body TEXT,
      read_at TEXT NOT NULL
    );

    -- Of scans that the server has unmasked only.
    CREATE TABLE masked_copies (
      original TEXT PRIMARY KEY REFERENCES scans (hash),
      hash TEXT NOT NULL,
      size INTEGER NOT NULL,
      mime TEXT NOT NULL,
      pages INTEGER NOT NULL,
      masked_at TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX masked_copies_by_hash ON masked_copies (hash);

    -- Taken back ones stay, with who and when; their bytes do not.
    CREATE TABLE local_scans (
      ordinal INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      request_id TEXT NOT NULL REFERENCES requests (id),
      hash TEXT NOT NULL,
      size INTEGER NOT NULL,
      mime TEXT NOT NULL,
      pages INTEGER NOT NULL,
      body TEXT NOT NULL,
      ended_by TEXT,
      ended_at TEXT
    );
    CREATE INDEX local_scans_of_request ON local_scans (request_id, ordinal) WHERE ended_at IS NULL;
    CREATE INDEX local_scans_by_hash ON local_scans (hash) WHERE ended_at IS NULL;

    -- Where scans that lie here belong.
    CREATE VIEW kept_scans AS
      SELECT s.hash, s.size, s.mime, s.pages, u.request_id FROM scans s JOIN scan_requests u ON u.hash = s.hash
        WHERE s.state = 'ready' AND s.is_masked = 1
      UNION ALL SELECT c.hash, c.size, c.mime, c.pages, u.request_id FROM masked_copies c
        JOIN scan_requests u ON u.hash = c.original
      UNION ALL SELECT l.hash, l.size, l.mime, l.pages, l.request_id FROM local_scans l WHERE l.ended_at IS NULL;

    -- Perceptual hashes, 64 hex digits each. \`what\` is page or photo.
    CREATE TABLE fingerprints (
      ordinal INTEGER PRIMARY KEY,
      hash TEXT NOT NULL,
      what TEXT NOT NULL,
      bits TEXT NOT NULL
    );
    CREATE INDEX fingerprints_by_hash ON fingerprints (hash);
    CREATE TABLE identities (
      key TEXT NOT NULL,
      hash TEXT NOT NULL,
      PRIMARY KEY (key, hash)
    ) WITHOUT ROWID;
    CREATE INDEX identities_by_hash ON identities (hash);

    CREATE TABLE trust_updates (
      sequence INTEGER PRIMARY KEY,
      bytes BLOB NOT NULL,
      kept_at TEXT NOT NULL
    );
  `,
};
