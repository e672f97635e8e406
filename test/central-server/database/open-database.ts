import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { withSteadyCatalog } from './catalog-lock.ts';
import { memoryDatabase } from './memory-database.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

export interface DatabasePlace {
  /** A PostgreSQL server; without it an embedded PGlite is used. */
  databaseUrl?: string | undefined;
  /** Where PGlite keeps its files; in memory without it. */
  pgliteFolder?: string | undefined;
  /** The schema to work in: tests on one server stay apart by it. `[a-z0-9_]`, up to 60 characters. */
  schema: string;
}

/** Connects and migrates. The caller ends it with `destroy()`. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  if (!/^[a-z][a-z0-9_]{0,59}$/.test(place.schema))
    throw new RangeError(`Not a schema name: ${place.schema}`);
  const database = place.databaseUrl
    ? onServer(place.databaseUrl, place.schema)
    : embedded(place.pgliteFolder);
  const schema = place.databaseUrl ? place.schema : 'public';
  try {
    await sql`create schema if not exists ${sql.id(schema)}`.execute(database);
    if (place.databaseUrl) await withSteadyCatalog(database, () => migrate(database, schema));
    else await migrate(database, schema);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}

function onServer(url: string, schema: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 8, options: `-c search_path=${schema}` });
  // An idle connection that the server ends is replaced at the next query; without a listener it would end us.
  pool.on('error', () => undefined);
  // Nor would one that is in use, between two statements of a transaction: its next statement fails by name.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

function embedded(folder: string | undefined): Database {
  const pglite = () => (folder === undefined ? memoryDatabase() : PGlite.create(folder));
  return new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
}
