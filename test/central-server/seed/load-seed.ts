import { sql } from 'kysely';
import { codeHash } from '../activation-code.ts';
import type { BlobFolder } from '../blobs/blob-folder.ts';
import type { Database } from '../database/open-database.ts';
import { writeItems } from '../feed/write-item.ts';
import { transferItem } from '../transfers/transfer-rows.ts';
import type { SeedKiosk, SeedRows, SeedTransfer } from './seed-rows.ts';

/** Fills an empty database, all in one transaction; a database that has its seed is left as it is. */
export async function loadSeed(
  database: Database,
  blobs: BlobFolder,
  readSeed: () => Promise<SeedRows>,
): Promise<void> {
  if (await isSeeded(database)) return;
  const seed = await readSeed();
  for (const blob of seed.blobs) await blobs.adopt(blob.file, blob.hash);
  await database.transaction().execute(async (transaction) => {
    await insertPeople(transaction, seed);
    await writeItems(transaction, [
      ...seed.officers.map((officer) => ({
        kind: 'officer',
        id: officer.id,
        districtId: officer.districtId,
        body: officer,
      })),
      ...seed.items,
      ...seed.transfers.map(({ transfer }) => transferItem(transfer)),
    ]);
    await insertBlobs(transaction, seed);
    await insertKiosks(transaction, seed.kiosks);
    await insertTransfers(transaction, seed.transfers);
    await transaction.insertInto('server_state').values({ name: 'seeded', value: 'yes' }).execute();
  });
}

async function isSeeded(database: Database): Promise<boolean> {
  const row = await database
    .selectFrom('server_state')
    .select('name')
    .where('name', '=', 'seeded')
    .executeTakeFirst();
  return row !== undefined;
}

async function insertPeople(database: Database, seed: SeedRows): Promise<void> {
  const districts = seed.districts.map(({ id, name }) => ({ id, name_hi: name.hi, name_en: name.en }));
  if (districts.length > 0) await database.insertInto('districts').values(districts).execute();
  const officers = seed.officers.map((officer) => ({
    id: officer.id,
    district_id: officer.districtId,
    body: JSON.stringify(officer),
    revoked_at: null,
    moved_at: null,
  }));
  if (officers.length > 0) await database.insertInto('officer_accounts').values(officers).execute();
  const codes = seed.activationCodes.map(({ code, officerId }) => ({
    code_hash: codeHash(code),
    officer_id: officerId,
  }));
  if (codes.length > 0) await database.insertInto('activation_codes').values(codes).execute();
}

async function insertBlobs(database: Database, seed: SeedRows): Promise<void> {
  const rows = seed.blobs.map(({ hash, districtId, size, mime }) => ({
    hash,
    district_id: districtId,
    size,
    mime,
  }));
  if (rows.length === 0) return;
  await database
    .insertInto('blob_access')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** As JSON in one statement for each table: years of monthly history are tens of thousands of rows. */
async function insertKiosks(database: Database, kiosks: readonly SeedKiosk[]): Promise<void> {
  const rows = JSON.stringify(
    kiosks.map((kiosk) => ({
      code: kiosk.code,
      district_id: kiosk.districtId,
      lsp_id: kiosk.lspId,
      name_hi: kiosk.nameHi,
      name_en: kiosk.nameEn,
      registered_on: kiosk.registeredOn,
      is_active: kiosk.isActive,
      login_id: kiosk.loginId,
    })),
  );
  await sql`insert into kiosks select * from json_to_recordset(cast(${rows} as json)) as rows (code text,
    district_id text, lsp_id text, name_hi text, name_en text, registered_on text, is_active boolean, login_id text)`.execute(
    database,
  );
  const history = JSON.stringify(
    kiosks.flatMap((kiosk) => kiosk.history.map((row) => ({ kiosk_code: kiosk.code, ...row }))),
  );
  await sql`insert into service_history select * from json_to_recordset(cast(${history} as json))
    as rows (kiosk_code text, month text, service text, count integer)`.execute(database);
  const balances = JSON.stringify(
    kiosks.map(({ code, balance }) => ({ kiosk_code: code, ...balance, credit_limit: balance.creditLimit })),
  );
  await sql`insert into balances select * from json_to_recordset(cast(${balances} as json)) as rows (kiosk_code text,
    wallet bigint, advance bigint, credit_limit bigint, dues bigint, tds bigint, security bigint)`.execute(
    database,
  );
}

async function insertTransfers(database: Database, transfers: readonly SeedTransfer[]): Promise<void> {
  const rows = transfers.map(({ transfer, notBefore }) => ({
    request_id: transfer.requestId,
    district_id: transfer.districtId,
    state: transfer.state,
    failure: transfer.failure,
    not_before: notBefore,
    attempts: transfer.state === 'failed' ? 1 : 0,
    body: JSON.stringify(transfer),
  }));
  if (rows.length > 0) await database.insertInto('transfers').values(rows).execute();
}
