import { sql, type Kysely } from 'kysely';
import { scanSum } from '../../feed/scan-sum.ts';
import type { Tables } from '../tables.ts';

const batch = 500;

/** How many scans an open request names, and their bytes: an estimate sums columns and reads no body. */
export const estimateColumns = {
  async up(database: Kysely<Tables>): Promise<void> {
    await sql
      .raw(
        `alter table feed add column scans integer not null default 0,
           add column scan_bytes bigint not null default 0`,
      )
      .execute(database);
    for (let after = ''; ;) {
      const rows = await database
        .selectFrom('feed')
        .select(['id', 'body'])
        .distinctOn('id')
        .where('kind', '=', 'request')
        .where('removed', '=', false)
        .where('id', '>', after)
        .orderBy('id')
        .limit(batch)
        .execute();
      for (const { id, body } of rows) {
        const { scans, bytes } = scanSum('request', JSON.parse(body));
        await database
          .updateTable('feed')
          .set({ scans, scan_bytes: bytes })
          .where('kind', '=', 'request')
          .where('removed', '=', false)
          .where('id', '=', id)
          .execute();
      }
      const last = rows.at(-1);
      if (!last) return;
      after = last.id;
    }
  },
};
