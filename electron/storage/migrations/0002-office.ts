import type { Migration } from './migrate.ts';

/**
 * The office's daily work: archive search, transfers, additions, reports. What the requests of the first schema lack
 * here is made at the next opening (`catch-up.ts`), in steps that may be broken off.
 */
export const office: Migration = {
  version: 2,
  sql: `
    -- One row for each request in view. Its number rises with the day of receipt, so that the index gives the newest
    -- first without sorting. \`fingerprint\` tells whether its words changed.
    CREATE TABLE archive (
      ordinal INTEGER PRIMARY KEY,
      request_id TEXT NOT NULL UNIQUE REFERENCES requests (id),
      fingerprint TEXT NOT NULL,
      hit TEXT NOT NULL
    );
    -- Only the index: the words are made again from the request. Each word has one letter before it that tells what
    -- it is (see archive-words.ts), and the prefix indexes count it. The tokenizer \`ascii\` takes each other script's
    -- character as part of a word; one that knows scripts would split a word at a letter newer than itself.
    CREATE VIRTUAL TABLE archive_words USING fts5 (
      words, content = '', contentless_delete = 1, detail = none, prefix = '2 3 4 5 6 7 8 9', tokenize = 'ascii'
    );

    -- What reports count of a request, apart from its text: all of it is read for each report.
    CREATE TABLE facts (
      request_id TEXT PRIMARY KEY,
      status TEXT NOT NULL,
      application_date TEXT NOT NULL,
      received_on TEXT NOT NULL,
      closed_on TEXT,
      current_lsp TEXT NOT NULL,
      target_lsp TEXT NOT NULL,
      pauses TEXT,
      events TEXT
    ) WITHOUT ROWID;

    CREATE TABLE transfers (
      request_id TEXT PRIMARY KEY,
      version INTEGER NOT NULL,
      old_code TEXT NOT NULL,
      new_code TEXT,
      body TEXT NOT NULL
    );
    CREATE TABLE transfer_acts (
      ordinal INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      request_id TEXT NOT NULL,
      content TEXT NOT NULL,
      officer_signature TEXT NOT NULL,
      state TEXT NOT NULL,
      answer TEXT,
      next_try_at TEXT,
      answered_at TEXT
    );
    CREATE INDEX acts_of_request ON transfer_acts (request_id, ordinal);
    CREATE INDEX acts_unsent ON transfer_acts (ordinal) WHERE state = 'unsent';

    -- Taken back or replaced ones stay, with who and when.
    CREATE TABLE additions (
      ordinal INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      body TEXT NOT NULL,
      ended_by TEXT,
      ended_at TEXT
    );

    CREATE TABLE notices_seen (
      officer_id TEXT NOT NULL,
      notice_id TEXT NOT NULL,
      seen_at TEXT NOT NULL,
      PRIMARY KEY (officer_id, notice_id)
    ) WITHOUT ROWID;

    ALTER TABLE master ADD COLUMN received_at TEXT;

    ALTER TABLE decisions ADD COLUMN answered_at TEXT;
    UPDATE decisions SET answered_at = answered.at
      FROM (SELECT json_extract(detail, '$.decision') AS id, min(at) AS at FROM audit
        WHERE action IN ('decision-accepted', 'decision-refused', 'decision-conflicted') GROUP BY 1) AS answered
      WHERE answered.id = decisions.id AND decisions.state IN ('accepted', 'refused', 'conflicted');
    CREATE INDEX chain_sealed ON chain (sealed_at);

    -- Where the catching up stands: the last request that has its place in the archive.
    INSERT INTO meta (name, value) SELECT 'archive-behind', '' WHERE EXISTS (SELECT 1 FROM requests);
  `,
};
