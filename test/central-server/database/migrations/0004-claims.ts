import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Who works on what, until when. A lease that is over stays until the next one takes its place. */
const statement = `create table claims (
  request_id text primary key, district_id text not null references districts,
  device_id text not null references devices, officer_id text not null, until text not null)`;

export const claimTables = {
  async up(database: Kysely<Tables>): Promise<void> {
    await sql.raw(statement).execute(database);
  },
};
