import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import { scanSum } from './scan-sum.ts';

/** One thing that clients see. `districtId` null: every district does. */
export interface FeedItem {
  kind: string;
  id: string;
  districtId: string | null;
  body: unknown;
  /** Given for requests, whose version stands in the body too; else counted up. */
  version?: number;
}

/** Puts an item at the end of the feed, as new or in place of its former state. */
export async function writeItem(database: Database, item: FeedItem): Promise<void> {
  await writeItems(database, [item]);
}

/** Many at once, each kind and id once. */
export async function writeItems(database: Database, items: readonly FeedItem[]): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map((item) => ({
    ...scanColumns(item),
    kind: item.kind,
    id: item.id,
    district_id: item.districtId ?? '',
    version: item.version ?? null,
    body: JSON.stringify(item.body ?? null),
  }));
  await sql`
    insert into feed (kind, id, district_id, version, removed, body, scans, scan_bytes)
    select kind, id, district_id, coalesce(version, 1), false, body, scans, scan_bytes
    from json_to_recordset(cast(${JSON.stringify(rows)} as json))
      as rows (kind text, id text, district_id text, version integer, body text, scans integer, scan_bytes bigint)
    on conflict (kind, id, district_id) do update set
      version = greatest(feed.version + 1, excluded.version), removed = false, body = excluded.body,
      scans = excluded.scans, scan_bytes = excluded.scan_bytes,
      changed_in = pg_current_xact_id(), sequence = nextval('feed_sequence')`.execute(database);
}

function scanColumns({ kind, body }: FeedItem): { scans: number; scan_bytes: number } {
  const { scans, bytes } = scanSum(kind, body);
  return { scans, scan_bytes: bytes };
}

/** Leaves a removal in the feed of each district that saw the item (or of one). */
export async function removeItem(
  database: Database,
  kind: string,
  id: string,
  districtId?: string,
): Promise<void> {
  await sql`
    update feed set removed = true, version = version + 1, body = 'null', scans = 0, scan_bytes = 0,
      changed_in = pg_current_xact_id(), sequence = nextval('feed_sequence')
    where kind = ${kind} and id = ${id} and not removed
      ${districtId === undefined ? sql`` : sql`and district_id = ${districtId}`}`.execute(database);
}
