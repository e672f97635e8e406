import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import { cursorText, type Cursor } from './cursor.ts';

export interface FeedPage {
  /** NDJSON lines, each without its line break. */
  lines: string[];
  /** The place of the last line, or the one asked from when there is none. */
  cursor: string;
  remaining: number;
}

interface FeedRow {
  kind: string;
  id: string;
  version: number;
  removed: boolean;
  body: string;
  transaction: string;
  sequence: string;
}

/** What one district sees after a cursor, oldest change first. Each item stands in the feed once, at its last change. */
export async function readFeedPage(
  database: Database,
  districtId: string,
  after: Cursor,
  limit: number,
): Promise<FeedPage> {
  const { rows } = await sql<FeedRow>`
    select kind, id, version, removed, body, changed_in::text as transaction, sequence::text as sequence
    from feed where ${settledAfter(after)} and district_id in ('', ${districtId})
    order by changed_in, feed.sequence limit ${limit}`.execute(database);
  const last = rows.at(-1);
  const end = last ? { feed: after.feed, transaction: last.transaction, sequence: last.sequence } : after;
  return {
    lines: rows.map((row) => feedLine(row, after.feed)),
    cursor: cursorText(end),
    remaining: rows.length < limit ? 0 : await countAfter(database, districtId, end),
  };
}

/** Whether a cursor lies at or before the newest transaction: any other was not given by this database. */
export async function isKnownPlace(database: Database, cursor: Cursor): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select cast(${cursor.transaction} as numeric) < cast(pg_snapshot_xmax(pg_current_snapshot())::text as numeric)
      as known`.execute(database);
  return rows[0]?.known === true;
}

/** The condition that keeps a late committer from being skipped: see `Cursor`. */
export function settledAfter(after: Cursor) {
  return sql`changed_in < pg_snapshot_xmin(pg_current_snapshot())
    and (changed_in, feed.sequence) > (cast(${after.transaction} as xid8), cast(${after.sequence} as bigint))`;
}

async function countAfter(database: Database, districtId: string, after: Cursor): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
    from feed where ${settledAfter(after)} and district_id in ('', ${districtId})`.execute(database);
  return rows[0]?.count ?? 0;
}

function feedLine(row: FeedRow, feed: string): string {
  const cursor = cursorText({ feed, transaction: row.transaction, sequence: row.sequence });
  const head = JSON.stringify({ cursor, kind: row.kind, id: row.id, version: row.version });
  const removed = row.removed ? ',"removed":true' : '';
  return `${head.slice(0, -1)}${removed},"body":${row.body}}`;
}
