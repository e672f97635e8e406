import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TransferFailure } from '../../../../shared/domain/transfer/transfer.ts';
import { removeItem, writeItem } from '../../../central-server/feed/write-item.ts';
import { runTransfer } from '../../../central-server/transfers/run-transfer.ts';
import { transfersToRun } from '../../../central-server/transfers/transfer-loop.ts';
import { openTransferServer, type TransferServer } from './open-transfer-server.ts';
import { transferSeed } from './transfer-seed.ts';

let server: TransferServer;
const id = 'request-0';
beforeEach(async () => {
  const seed = await transferSeed(2, 5);
  // Both with a new ID.
  for (const { transfer } of seed.transfers) transfer.newKioskCode ??= `K33${transfer.oldKioskCode.slice(3)}`;
  server = await openTransferServer(seed);
}, 60_000);
afterEach(() => server.close());

const spoilings: Record<Exclude<TransferFailure, 'interrupted'>, () => Promise<unknown>> = {
  'record-missing': () => server.database.deleteFrom('balances').execute(),
  'old-id-inactive': () => server.database.updateTable('kiosks').set({ is_active: false }).execute(),
  'target-lsp-vanished': async () => {
    await removeItem(server.database, 'lsp', (await server.transfer(id)).toLspId);
  },
  'current-lsp-differs': () => server.database.updateTable('kiosks').set({ lsp_id: 'lsp-99' }).execute(),
  'new-id-taken': async () => {
    const code = (await server.transfer(id)).newKioskCode ?? '';
    await server.database
      .insertInto('kiosks')
      .values({
        ...{ code, district_id: 'jaipur', lsp_id: 'lsp-01', name_hi: 'नमूना', name_en: 'Sample' },
        ...{ registered_on: '2026-01-01', is_active: false, login_id: '' },
      })
      .execute();
  },
};

test.each(Object.keys(spoilings) as (keyof typeof spoilings)[])(
  '%s: nothing moves, the request stays approved, and nobody tries again by himself',
  async (failure) => {
    await spoilings[failure]();
    const records = await server.records();
    expect(await runTransfer(server, id)).toBe('failed');
    expect(await server.records()).toBe(records);
    expect(await server.transfer(id)).toMatchObject({ state: 'failed', failure, before: null });
    expect((await server.request(id)).status).toBe('approved');
    const muchLater = () => new Date('2030-01-01T00:00:00.000Z');
    expect(await transfersToRun({ ...server, now: muchLater })).not.toContain(id);
  },
);

test('a kiosk that is wholly unknown has no record either', async () => {
  await server.database.deleteFrom('balances').execute();
  await server.database.deleteFrom('service_history').execute();
  await server.database.deleteFrom('kiosks').execute();
  expect(await runTransfer(server, id)).toBe('failed');
  expect((await server.transfer(id)).failure).toBe('record-missing');
});

test('what was put right by somebody goes through', async () => {
  const { fromLspId } = await server.transfer(id);
  await spoilings['current-lsp-differs']();
  await runTransfer(server, id);
  await server.database.updateTable('kiosks').set({ lsp_id: fromLspId }).execute();
  expect(await runTransfer(server, id)).toBe('completed');
  expect(await server.transfer(id)).toMatchObject({ state: 'completed', failure: null });
});

test('a request that was withdrawn meanwhile takes its transfer out of the line', async () => {
  const request = await server.request(id);
  const { districtId, version } = request;
  const withdrawn = { ...request, status: 'withdrawn' as const, version: version + 1 };
  await writeItem(server.database, {
    kind: 'request',
    id,
    districtId,
    version: version + 1,
    body: withdrawn,
  });
  const records = await server.records();
  expect(await runTransfer(server, id)).toBe('dropped');
  expect(await server.records()).toBe(records);
  await expect(server.transfer(id)).rejects.toThrow();
  const item = await server.database
    .selectFrom('feed')
    .select('removed')
    .where('kind', '=', 'transfer')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(item.removed).toBe(true);
});
