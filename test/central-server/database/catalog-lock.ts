import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** The number of an advisory lock, which has no name: shared by who reads the catalog, exclusive to who drops a schema. */
export const catalogLock = 731_204_815;

/**
 * Runs while no schema of this PostgreSQL server is dropped. Kysely's migrator asks for the tables of all schemas, and
 * that query fails with `schema … does not exist` (3F000) when one vanishes under it.
 */
export function withSteadyCatalog<Value>(database: Database, run: () => Promise<Value>): Promise<Value> {
  return database.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock_shared(${catalogLock})`.execute(connection);
    try {
      return await run();
    } finally {
      await sql`select pg_advisory_unlock_shared(${catalogLock})`.execute(connection);
    }
  });
}
