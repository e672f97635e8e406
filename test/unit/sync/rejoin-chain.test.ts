import { afterAll, beforeAll, expect, it } from 'vitest';
import { indiaDate, instantOf } from '../../../shared/domain/india-date.ts';
import { startCentralServer, type CentralServer } from '../../central-server/start.ts';
import { openOffice } from '../../drill/desk/office.ts';
import { openMemoryStore } from '../../../electron/storage/open-memory-store.ts';
import { createSyncEngine } from '../../../electron/sync/sync-engine.ts';
import { enrolledDesk, recordAs, realClock, type SyncDesk } from '../../support/sync/sync-desk.ts';
import { memoryBlobs } from '../../support/sync/memory-blobs.ts';

let central: CentralServer;
beforeAll(async () => {
  central = await startCentralServer({ seed: 'none' });
});
afterAll(async () => central.close());

/** The same device on a store from which everything is gone, as after a salvage that could read nothing. */
async function emptied(desk: SyncDesk) {
  const store = openMemoryStore(desk.identity);
  const engine = createSyncEngine({
    ...{ store, blobs: memoryBlobs(), identity: desk.identity, clock: realClock, random: () => 0.5 },
    events: { applied: () => undefined, status: () => undefined },
  });
  return { store, engine };
}

async function decidedTwo() {
  const office = await openOffice(central, 5);
  const desk = await enrolledDesk(central.url, await office.newCode());
  const engine = desk.engine();
  await engine.syncNow();
  const now = Date.now();
  const ids = [office.ids[0], office.ids[1]].flatMap((id) => id ?? []);
  const decided = [];
  for (const id of ids) decided.push(await desk.decide(id, 'approve', now));
  engine.poke();
  await engine.syncNow();
  await engine.stop();
  return { office, desk, decided };
}

/** On the emptied desk, with the keys that the device had before. */
async function approveThird(
  { office, desk }: Awaited<ReturnType<typeof decidedTwo>>,
  { store }: Awaited<ReturnType<typeof emptied>>,
) {
  const [third] = office.ids.slice(2);
  if (third === undefined) throw new Error('No third request');
  const now = Date.now();
  const { id } = await recordAs(
    { store, identity: desk.identity, keys: desk.keys },
    { requestId: third, outcome: 'approve', now, sealsAt: now },
  );
  return id;
}

it('brings back what the server has, and gives no place of the chain twice', async () => {
  const before = await decidedTwo();
  const { decided } = before;
  const after = await emptied(before.desk);
  const { store, engine } = after;
  await store.doubtChain(new Date().toISOString());
  await engine.syncNow();
  const back = await store.keptDecisions();
  expect(back.map(({ decisionId, state }) => [decisionId, state])).toEqual(
    [...decided].reverse().map((id) => [id, 'accepted']),
  );
  const id = await approveThird(before, after);
  engine.poke();
  await engine.syncNow();
  expect((await store.decision(id))?.sealed?.sequence).toBe(3);
  expect((await central.data.decision(id))?.result).toBe('accepted');
  await engine.stop();
});

it('mends a chain that the server refused, when a place was given twice unawares', async () => {
  const before = await decidedTwo();
  const after = await emptied(before.desk);
  const { store, engine } = after;
  await engine.syncNow();
  const id = await approveThird(before, after);
  // It takes place 1, which the server knows as another decision's.
  engine.poke();
  for (let attempt = 0; attempt < 3; attempt += 1) await engine.syncNow();
  expect((await store.decision(id))?.sealed?.sequence).toBe(3);
  expect((await central.data.decision(id))?.result).toBe('accepted');
  expect(await store.keptDecisions()).toHaveLength(3);
  expect(await engine.status()).toMatchObject({ unsent: 0, problem: null });
  await engine.stop();
});

it('a decision that comes back does not speak before one that was made after it', async () => {
  const office = await openOffice(central, 5);
  const desk = await enrolledDesk(central.url, await office.newCode());
  const first = desk.engine();
  await first.syncNow();
  const [id] = office.ids;
  if (id === undefined) throw new Error('No request');
  await desk.decide(id, 'hold', Date.now());
  await first.syncNow();
  await first.stop();
  const { store, engine } = await emptied(desk);
  const held = await desk.store.request(id);
  const body = held?.request;
  const line = { cursor: 'c1', kind: 'request', id, version: body?.version ?? 0, body };
  const now = Date.now();
  await store.applyChanges([line], 'c1', instantOf(now), indiaDate(now));
  const decided = { requestId: id, outcome: 'approve', now, sealsAt: now } as const;
  const approval = await recordAs({ store, identity: desk.identity, keys: desk.keys }, decided);
  await store.doubtChain(instantOf(now));
  await engine.syncNow();
  await engine.stop();
  expect(await store.keptDecisions()).toHaveLength(2);
  const { decision, row } = (await store.request(id)) ?? {};
  expect(decision?.id).toBe(approval.id);
  expect(row?.decision?.id).toBe(approval.id);
});
