import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CourierReading } from '../../../shared/ipc/views/courier.ts';
import { openMemoryStore } from '../../../electron/storage/open-memory-store.ts';
import { startCentralServer, type CentralServer } from '../../central-server/start.ts';
import { openOffice } from '../../drill/desk/office.ts';
import { answerStick, firstStick, readStick, writeStick } from '../../support/courier/courier-desk.ts';
import { enrolledDesk, recordAs, type SyncDesk } from '../../support/sync/sync-desk.ts';

let central: CentralServer;
beforeAll(async () => {
  central = await startCentralServer({ seed: 'none' });
});
afterAll(() => central.close());

/** A desk that never had a link, with two decisions that a stick took and answered. */
async function courierDesk() {
  const office = await openOffice(central, 6);
  const desk = await enrolledDesk(central.url, await office.newCode());
  await readStick(desk, await firstStick(central, desk));
  const id = (nth: number) => {
    const found = office.ids[nth];
    if (found === undefined) throw new Error('No such request');
    return found;
  };
  for (const nth of [0, 1]) await desk.decide(id(nth), 'approve', Date.now());
  await round(desk);
  return { desk, id };
}

async function round(desk: SyncDesk): Promise<CourierReading | string> {
  return readStick(desk, await answerStick(central, (await writeStick(desk)).bytes));
}

const states = async ({ store }: SyncDesk) => (await store.outbox()).map(({ state }) => state);
const doubt = ({ store }: SyncDesk) => store.doubtChain(new Date().toISOString());

it('a desk whose log was torn seals and sends again after two rounds of the stick', async () => {
  const { desk, id } = await courierDesk();
  await doubt(desk);
  const decided = await desk.decide(id(2), 'approve', Date.now());
  expect(await round(desk)).toMatchObject({ chain: 'rejoined', accepted: 0 });
  expect(await round(desk)).toMatchObject({ chain: 'sure', accepted: 1 });
  expect((await desk.store.decision(decided))?.sealed?.sequence).toBe(3);
});

it('brings back what was lost with the vault, and gives no place twice', async () => {
  const { desk, id } = await courierDesk();
  const salvaged = { ...desk, store: openMemoryStore(desk.identity) };
  await salvaged.store.keepCourierMemory({ ...(await desk.store.courierMemory()), toldCursors: [] });
  await doubt(salvaged);
  expect(await round(salvaged)).toMatchObject({ chain: 'rejoined', newRequests: 6 });
  expect(await states(salvaged)).toEqual(['accepted', 'accepted']);
  const now = Date.now();
  const { store } = salvaged;
  const decided = await recordAs(
    { store, identity: desk.identity, keys: desk.keys },
    { requestId: id(2), outcome: 'approve', now, sealsAt: now },
  );
  expect(await round(salvaged)).toMatchObject({ accepted: 1 });
  expect((await store.decision(decided.id))?.sealed?.sequence).toBe(3);
});

it('is not told by an answer to a file that was made before the doubt', async () => {
  const { desk, id } = await courierDesk();
  await doubt(desk);
  const old = await answerStick(central, (await writeStick(desk)).bytes);
  await readStick(desk, old);
  await desk.decide(id(2), 'approve', Date.now());
  await round(desk);
  await doubt(desk);
  expect(await readStick(desk, old)).toMatchObject({ chain: 'in-doubt' });
  expect(await desk.store.chainDoubt()).toBe(true);
  expect(await round(desk)).toMatchObject({ chain: 'rejoined' });
});

it('a link that the server does not follow puts the chain in doubt, and the next round mends it', async () => {
  const { desk, id } = await courierDesk();
  const emptied = { ...desk, store: openMemoryStore(desk.identity) };
  await emptied.store.keepCourierMemory(await desk.store.courierMemory());
  await round(emptied);
  const now = Date.now();
  const { store } = emptied;
  // It takes place 1, which the server knows as another decision's.
  const { id: decided } = await recordAs(
    { store, identity: desk.identity, keys: desk.keys },
    { requestId: id(3), outcome: 'approve', now, sealsAt: now },
  );
  await readStick(emptied, await answerStick(central, (await writeStick(emptied)).bytes));
  expect(await store.chainDoubt()).toBe(true);
  expect(await round(emptied)).toMatchObject({ chain: 'rejoined' });
  expect(await round(emptied)).toMatchObject({ accepted: 1 });
  expect((await store.decision(decided))?.sealed?.sequence).toBe(3);
});
