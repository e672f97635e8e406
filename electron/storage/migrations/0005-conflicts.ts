import type { Migration } from './migrate.ts';

/**
 * Decisions that came too late, until an officer has dealt with them. Of an older vault's, those that were followed by
 * another decision are dealt with; what the other side had decided was not kept then.
 */
export const conflicts: Migration = {
  version: 5,
  sql: `
    CREATE TABLE conflicts (
      decision_id TEXT PRIMARY KEY REFERENCES decisions (id),
      request_id TEXT NOT NULL,
      reason TEXT NOT NULL,
      -- The other desk's decision as JSON, where one came first.
      standing TEXT,
      how TEXT,
      ended_by TEXT,
      ended_at TEXT,
      -- The decision that took its place; undoing that one opens the conflict again.
      ended_with TEXT
    ) WITHOUT ROWID;
    CREATE INDEX conflicts_open ON conflicts (request_id) WHERE ended_at IS NULL;
    CREATE INDEX conflicts_ended_with ON conflicts (ended_with) WHERE ended_with IS NOT NULL;

    -- The request as it was when a decision was made, kept before a newer version takes its place.
    CREATE TABLE seen_requests (
      decision_id TEXT PRIMARY KEY REFERENCES decisions (id),
      body TEXT NOT NULL
    );

    INSERT INTO conflicts (decision_id, request_id, reason, how, ended_by, ended_at, ended_with)
      SELECT d.id, d.request_id, coalesce(d.answer, 'changed-since'), iif(n.id IS NULL, NULL, 'decide-again'),
        json_extract(n.content, '$.officerId'), n.recorded_at, n.id
      FROM decisions d LEFT JOIN decisions n ON n.ordinal = (SELECT min(f.ordinal) FROM decisions f
        WHERE f.request_id = d.request_id AND f.ordinal > d.ordinal AND f.state <> 'undone')
      WHERE d.state = 'conflicted';
  `,
};
