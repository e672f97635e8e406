import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reconcile } from '../../../../shared/domain/transfer/reconcile.ts';
import { transferStages } from '../../../../shared/domain/transfer/transfer.ts';
import type { Database } from '../../../central-server/database/open-database.ts';
import { runTransfer } from '../../../central-server/transfers/run-transfer.ts';
import { transfersToRun } from '../../../central-server/transfers/transfer-loop.ts';
import { transferSteps, type TransferStep } from '../../../central-server/transfers/transfer-step.ts';
import { openTransferServer, type TransferServer } from './open-transfer-server.ts';
import { transferSeed } from './transfer-seed.ts';

let server: TransferServer;
let untried: { withNewId: string[]; withoutNewId: string[] };
beforeAll(async () => {
  const seed = await transferSeed(80, 3);
  server = await openTransferServer(seed);
  const ids = (hasNewId: boolean) =>
    seed.transfers
      .filter(({ transfer }) => (transfer.newKioskCode !== null) === hasNewId)
      .map(({ transfer }) => transfer.requestId);
  untried = { withNewId: ids(true), withoutNewId: ids(false) };
}, 60_000);
afterAll(() => server.close());

/** A transfer that keeps its code has no records to carry over. */
const onlyWithNewId: TransferStep[] = ['history-moved', 'balances-moved', 'login-moved'];

function nextId(hasNewId: boolean): string {
  const id = (hasNewId ? untried.withNewId : untried.withoutNewId).pop();
  if (id === undefined) throw new Error('The seed has no transfer left');
  return id;
}

async function breakOff(database: Database, how: 'error' | 'connection lost'): Promise<void> {
  if (how === 'connection lost') await loseConnection(database);
  throw new Error('Broken off by the test');
}

/** On a server the backend is killed from outside; PGlite has no other connection, so its transaction is thrown away. */
async function loseConnection(database: Database): Promise<void> {
  if (!process.env.DATABASE_URL) {
    await sql`rollback`.execute(database);
    return;
  }
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database);
  await sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`.execute(server.database);
}

const cases = transferSteps.flatMap((step) =>
  [true, false]
    .filter((hasNewId) => hasNewId || !onlyWithNewId.includes(step))
    .flatMap((hasNewId) => (['error', 'connection lost'] as const).map((how) => ({ step, hasNewId, how }))),
);

describe('broken off, nothing has moved; tried again, all has', () => {
  test.each(cases)('after $step, new ID: $hasNewId, by $how', async ({ step, hasNewId, how }) => {
    const id = nextId(hasNewId);
    const before = await server.records();
    const end = await runTransfer(server, id, async (at, database) => {
      if (at === step) await breakOff(database, how);
    });
    expect(end).toBe('failed');
    expect(await server.records()).toBe(before);
    const broken = await server.transfer(id);
    expect(broken).toMatchObject({ state: 'failed', failure: 'interrupted', before: null, after: null });
    expect((await server.request(id)).status).toBe('approved');

    expect(await runTransfer(server, id)).toBe('completed');
    const whole = await server.transfer(id);
    expect(whole).toMatchObject({ state: 'completed', failure: null });
    expect(whole.stages.map((each) => each.stage)).toEqual(transferStages);
    expect(reconcile(whole).filter((line) => line.verdict === 'differs')).toEqual([]);
    expect((await server.request(id)).status).toBe('transferred');
  });
});

test('twice is once: a transfer that is done stays as it is', async () => {
  const id = nextId(true);
  expect(await runTransfer(server, id)).toBe('completed');
  const [records, transfer] = [await server.records(), await server.transfer(id)];
  expect(await runTransfer(server, id)).toBe('nothing');
  expect(await runTransfer(server, 'request-of-nobody')).toBe('nothing');
  expect([await server.records(), await server.transfer(id)]).toEqual([records, transfer]);
});

test('a broken-off transfer waits longer each time, then its turn comes again by itself', async () => {
  const id = nextId(false);
  const failing = () => Promise.reject(new Error('Broken off by the test'));
  await runTransfer(server, id, failing);
  const first = await server.transfer(id);
  await runTransfer(server, id, failing);
  expect(await server.transfer(id)).toEqual(first);
  const row = await server.database
    .selectFrom('transfers')
    .select(['attempts', 'not_before'])
    .where('request_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(row.attempts).toBe(2);
  expect(
    await transfersToRun({ ...server, now: () => new Date(Date.parse(row.not_before) - 1) }),
  ).not.toContain(id);
  expect(await transfersToRun({ ...server, now: () => new Date(row.not_before) })).toContain(id);
});
