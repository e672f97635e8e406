import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { protocolTables } from './migrations/0001-protocol.ts';
import { kioskTables } from './migrations/0002-kiosks.ts';
import { transferTables } from './migrations/0003-transfers.ts';
import { claimTables } from './migrations/0004-claims.ts';
import { leavingColumns } from './migrations/0005-leaving.ts';
import { estimateColumns } from './migrations/0006-estimate.ts';
import type { Tables } from './tables.ts';

/** Append only: a migration that has run anywhere is never edited. */
const migrations = {
  '0001-protocol': protocolTables,
  '0002-kiosks': kioskTables,
  '0003-transfers': transferTables,
  '0004-claims': claimTables,
  '0005-leaving': leavingColumns,
  '0006-estimate': estimateColumns,
};

/** @throws the first error; migrations that ran before it stay. */
export async function migrate(database: Kysely<Tables>, schema: string): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableSchema: schema,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('The database could not be brought up to date', { cause: error });
}
