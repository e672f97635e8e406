import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** When an officer went to another district: devices that were enrolled for the former one leave it. */
export const leavingColumns = {
  async up(database: Kysely<Tables>): Promise<void> {
    await sql.raw(`alter table officer_accounts add column moved_at text`).execute(database);
  },
};
