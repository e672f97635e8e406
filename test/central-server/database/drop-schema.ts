import { sql } from 'kysely';
import { catalogLock } from './catalog-lock.ts';
import type { Database } from './open-database.ts';

/** Removes a schema of a PostgreSQL server with all that is in it, while no other is being brought up to date. */
export async function dropSchema(database: Database, schema: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${catalogLock})`.execute(transaction);
    await sql`drop schema ${sql.id(schema)} cascade`.execute(transaction);
  });
}
