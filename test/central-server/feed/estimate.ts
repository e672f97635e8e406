import { sql } from 'kysely';
import type { PullEstimate } from '../../../shared/sync/pull-estimate.ts';
import type { Database } from '../database/open-database.ts';
import type { Cursor } from './cursor.ts';
import { settledAfter } from './read-page.ts';

/** A line's cursor, kind, id and version beside its body. */
const headBytes = 130;

/** About how much one district would still receive after a cursor. Sums columns: no body is parsed or sent. */
export async function estimateFeed(
  database: Database,
  districtId: string,
  after: Cursor,
): Promise<Omit<PullEstimate, 'serverTime'>> {
  // As text: 64-bit sums come differently from each database.
  const { rows } = await sql<Record<'items' | 'bytes' | 'scans' | 'scan_bytes', string>>`
    select count(*)::text as items, coalesce(sum(octet_length(body) + ${headBytes}::integer), 0)::text as bytes,
      coalesce(sum(scans), 0)::text as scans, coalesce(sum(scan_bytes), 0)::text as scan_bytes
    from feed where ${settledAfter(after)} and district_id in ('', ${districtId})`.execute(database);
  const [sums] = rows;
  const numberOf = (text: string | undefined) => Number(text ?? '0');
  return {
    items: numberOf(sums?.items),
    bytes: numberOf(sums?.bytes),
    scans: numberOf(sums?.scans),
    scanBytes: numberOf(sums?.scan_bytes),
  };
}
