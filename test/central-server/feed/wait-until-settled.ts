import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';

const patienceMilliseconds = 5000;

/**
 * Waits until everything committed so far stands in the feed: no older transaction of the whole database server is
 * still writing. Returns after five seconds all the same, as such a transaction may be what a test is about.
 */
export async function waitUntilSettled(database: Database): Promise<void> {
  const { rows } = await sql<{ mark: string }>`select pg_current_xact_id()::text as mark`.execute(database);
  const mark = rows[0]?.mark ?? '0';
  const end = Date.now() + patienceMilliseconds;
  while (Date.now() < end) {
    const answer = await sql<{ settled: boolean }>`
      select pg_snapshot_xmin(pg_current_snapshot()) > cast(${mark} as xid8) as settled`.execute(database);
    if (answer.rows[0]?.settled) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
