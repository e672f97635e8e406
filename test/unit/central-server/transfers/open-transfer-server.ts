import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { migrationRequest, type MigrationRequest } from '../../../../shared/domain/request.ts';
import { transfer as transferSchema, type Transfer } from '../../../../shared/domain/transfer/transfer.ts';
import { openBlobFolder } from '../../../central-server/blobs/blob-folder.ts';
import { dropSchema } from '../../../central-server/database/drop-schema.ts';
import { openDatabase, type Database } from '../../../central-server/database/open-database.ts';
import { loadSeed } from '../../../central-server/seed/load-seed.ts';
import type { SeedRows } from '../../../central-server/start.ts';

/** A central server's database without its door: for what it does by itself. */
export interface TransferServer {
  database: Database;
  now: () => Date;
  transfer(requestId: string): Promise<Transfer>;
  request(requestId: string): Promise<MigrationRequest>;
  /** Every kiosk, balance, month of history and request, as text: whether two moments are the same to the last row. */
  records(): Promise<string>;
  close(): Promise<void>;
}

/** On PostgreSQL when `DATABASE_URL` names one, else on PGlite. The clock moves on by a second at each look. */
export async function openTransferServer(seed: SeedRows): Promise<TransferServer> {
  const folder = await mkdtemp(join(tmpdir(), 'transfer-server-'));
  const schema = `test_${randomBytes(6).toString('hex')}`;
  const databaseUrl = process.env.DATABASE_URL;
  const database = await openDatabase({ databaseUrl, schema });
  await loadSeed(database, await openBlobFolder(folder), () => Promise.resolve(seed));
  let clock = Date.parse('2026-11-20T06:00:00.000Z');
  return {
    database,
    now: () => new Date((clock += 1000)),
    async transfer(requestId) {
      const row = await database
        .selectFrom('transfers')
        .select('body')
        .where('request_id', '=', requestId)
        .executeTakeFirstOrThrow();
      return transferSchema.parse(JSON.parse(row.body));
    },
    async request(requestId) {
      const row = await database
        .selectFrom('feed')
        .select('body')
        .where('kind', '=', 'request')
        .where('id', '=', requestId)
        .executeTakeFirstOrThrow();
      return migrationRequest.parse(JSON.parse(row.body));
    },
    records: () => recordsOf(database),
    async close() {
      if (databaseUrl) await dropSchema(database, schema);
      await database.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function recordsOf(database: Database): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select line from (
      select 'kiosk ' || to_json(k)::text as line from kiosks k
      union all select 'balance ' || to_json(b)::text from balances b
      union all select 'history ' || to_json(h)::text from service_history h
      union all select 'request ' || body from feed where kind = 'request') as lines
    order by line collate "C"`.execute(database);
  return rows.map((row) => row.line).join('\n');
}
