import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reconcile } from '../../../../shared/domain/transfer/reconcile.ts';
import type { Transfer } from '../../../../shared/domain/transfer/transfer.ts';
import type { Database } from '../../../central-server/database/open-database.ts';
import { runTransfer } from '../../../central-server/transfers/run-transfer.ts';
import { openTransferServer, type TransferServer } from './open-transfer-server.ts';
import { transferSeed } from './transfer-seed.ts';

const many = 1000;
const columns = ['wallet', 'advance', 'credit_limit', 'dues', 'tds', 'security'] as const;

let server: TransferServer;
let planted: Transfer[];
beforeAll(async () => {
  const seed = await transferSeed(many + 200, 11);
  planted = seed.transfers.slice(many).map(({ transfer }) => transfer);
  server = await openTransferServer(seed);
}, 120_000);
afterAll(() => server.close());

/** All the money and all the services of the state. */
async function sums(): Promise<unknown> {
  const money = await sql`
    select ${sql.raw(columns.map((column) => `sum(${column})::text as ${column}`).join(', '))} from balances`.execute(
    server.database,
  );
  const services = await sql`
    select service, month, sum(count)::text as count from service_history
    group by service, month order by service, month`.execute(server.database);
  return [money.rows, services.rows];
}

function differing(transfer: Transfer) {
  return reconcile(transfer).filter((line) => line.verdict === 'differs');
}

test('a thousand transfers: each reconciles to the paisa, and the sums over all kiosks stay', async () => {
  const before = await sums();
  for (let place = 0; place < many; place += 1) {
    const id = `request-${String(place)}`;
    expect(await runTransfer(server, id)).toBe('completed');
    const transfer = await server.transfer(id);
    expect(differing(transfer)).toEqual([]);
    expect(transfer.after?.kioskCode).toBe(transfer.newKioskCode ?? transfer.oldKioskCode);
  }
  expect(await sums()).toEqual(before);
  const idle = await sql<{ count: number }>`
    select count(*)::integer as count from kiosks left join balances on code = kiosk_code
    where not is_active and kiosk_code is not null`.execute(server.database);
  expect(idle.rows[0]?.count).toBe(0);
}, 300_000);

type Plant = (database: Database, code: string) => Promise<unknown>;

const paisa: fc.Arbitrary<Plant> = fc.tuple(fc.constantFrom(...columns), fc.constantFrom(1, -1)).map(
  ([column, by]) =>
    (database, code) =>
      sql`update balances set ${sql.ref(column)} = ${sql.ref(column)} + ${sql.lit(by)} where kiosk_code = ${code}`.execute(
        database,
      ),
);

/** One more of a service that is there, or the first of one that was not. */
const oneService: fc.Arbitrary<Plant> = fc
  .tuple(fc.constantFrom('जन आधार', 'पानी बिल', 'अन्य सेवा'), fc.constantFrom('2026-09', '2026-08', '2024-01'))
  .map(
    ([service, month]) =>
      (database, code) =>
        sql`insert into service_history (kiosk_code, month, service, count) values (${code}, ${month}, ${service}, 1)
          on conflict (kiosk_code, month, service) do update set count = service_history.count + 1`.execute(
          database,
        ),
  );

test('a planted paisa or service is found, wherever it is and whichever ID it is on', async () => {
  const waiting = [...planted];
  await fc.assert(
    fc.asyncProperty(fc.oneof(paisa, oneService), fc.boolean(), async (plant, isOnOldId) => {
      const transfer = waiting.pop();
      if (transfer === undefined) throw new Error('The seed has no transfer left');
      const { oldKioskCode, newKioskCode, requestId } = transfer;
      const code = isOnOldId ? oldKioskCode : (newKioskCode ?? oldKioskCode);
      const end = await runTransfer(server, requestId, async (step, database) => {
        if (step !== 'ids-switched') return;
        if (code !== (newKioskCode ?? oldKioskCode)) await emptyBalances(database, code);
        await plant(database, code);
      });
      expect(end).toBe('completed');
      expect(differing(await server.transfer(requestId)).length).toBeGreaterThan(0);
    }),
    { numRuns: 150, endOnFailure: true },
  );
}, 120_000);

/** Something that came in for the old ID after its balances had gone. */
async function emptyBalances(database: Database, code: string): Promise<void> {
  await database
    .insertInto('balances')
    .values({ kiosk_code: code, wallet: 0, advance: 0, credit_limit: 0, dues: 0, tds: 0, security: 0 })
    .execute();
}
