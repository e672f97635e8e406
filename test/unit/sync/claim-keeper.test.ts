import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { RequestId } from '../../../shared/domain/ids.ts';
import { claimKeeper } from '../../../electron/sync/claim-keeper.ts';
import type { CentralServer } from '../../central-server/start.ts';
import { openOffice, startDrillServer, type DrillOffice } from '../../drill/desk/office.ts';
import { enrolledDesk, realClock, type SyncDesk } from '../../support/sync/sync-desk.ts';
import { officeDesk } from '../ipc/office-desk.ts';

let central: CentralServer;
let office: DrillOffice;
let first: SyncDesk;
let second: SyncDesk;

beforeAll(async () => {
  central = await startDrillServer();
  office = await openOffice(central, 4);
  first = await enrolledDesk(central.url, await office.newCode());
  second = await enrolledDesk(central.url, await office.newCode());
}, 120_000);
afterAll(() => central.close());

function nth(index: number): RequestId {
  const id = office.ids[index];
  if (id === undefined) throw new Error(`No request ${index}`);
  return id;
}

async function sync(desk: SyncDesk): Promise<void> {
  const engine = desk.engine();
  await engine.syncNow();
  await engine.stop();
}

it('who comes second hears who works on the request, and the queue of the third hears it by the feed', async () => {
  const [one, two] = [claimKeeper({ clock: realClock }), claimKeeper({ clock: realClock })];
  expect(await one.hold(first.identity, nth(0))).toBeNull();
  expect(await two.hold(second.identity, nth(0))).toMatchObject({
    officerId: first.identity.officer.id,
    officerName: first.identity.officer.name,
  });
  await sync(second);
  expect((await second.store.claims()).map(({ requestId }) => requestId)).toEqual([nth(0)]);
  await one.release();
  await sync(second);
  expect(await second.store.claims()).toEqual([]);
  expect(await two.hold(second.identity, nth(0))).toBeNull();
  await two.release();
});

it('holds one request at a time: the next one gives the one before back', async () => {
  const [one, two] = [claimKeeper({ clock: realClock }), claimKeeper({ clock: realClock })];
  await one.hold(first.identity, nth(0));
  await one.hold(first.identity, nth(1));
  expect(await two.hold(second.identity, nth(0))).toBeNull();
  expect(await two.hold(second.identity, nth(1))).not.toBeNull();
  await one.release(nth(3));
  expect(await two.hold(second.identity, nth(1))).not.toBeNull();
  await Promise.all([one.release(), two.release()]);
});

it('renews while the review is open, and not any more afterwards', async () => {
  const timers: (() => void)[] = [];
  const clock = {
    now: () => Date.now(),
    setTimer: (_: number, fire: () => void) => {
      timers.push(fire);
      return () => timers.splice(timers.indexOf(fire), 1);
    },
  };
  const asked: unknown[] = [];
  const counting: typeof fetch = (url, init) => {
    const isClaim = typeof url === 'string' && url.endsWith('/v1/claims');
    if (isClaim && typeof init?.body === 'string') asked.push(JSON.parse(init.body));
    return fetch(url, init);
  };
  const keeper = claimKeeper({ clock, fetch: counting });
  await keeper.hold(first.identity, nth(2));
  timers.splice(0, 1)[0]?.();
  expect(timers).toHaveLength(1);
  await keeper.release();
  expect(timers).toHaveLength(0);
  expect(asked).toEqual([
    { requestId: nth(2), wish: 'hold' },
    { requestId: nth(2), wish: 'hold' },
    { requestId: nth(2), wish: 'release' },
  ]);
});

it('without a link, or at a server that never answers, it is as if nobody had said anything', async () => {
  const open = new Set<{ destroy(): void }>();
  const silent = createServer((socket) => open.add(socket)).listen(0, '127.0.0.1');
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    silent.close();
  });
  await new Promise((resolve) => silent.once('listening', resolve));
  const address = silent.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const keeper = claimKeeper({ clock: realClock, patience: 150 });
  for (const serverUrl of [`http://127.0.0.1:${port}`, 'http://127.0.0.1:9']) {
    expect(await keeper.hold({ ...first.identity, serverUrl }, nth(2))).toBeNull();
  }
  await keeper.release();
});

it('the list has neither this desk’s own claims nor those that are over by the server’s clock', async () => {
  const keeper = claimKeeper({ clock: realClock });
  await keeper.hold(first.identity, nth(3));
  await sync(first);
  await sync(second);
  await keeper.release();
  const [held] = (await second.store.claims()).filter(({ requestId }) => requestId === nth(3));
  const until = Date.parse(held?.until ?? '');
  const listed = async (desk: SyncDesk, minutes: number) => {
    const window = officeDesk(desk);
    // The PC's clock says another day; by how much it is wrong is known.
    window.skewMinutes = Math.round((window.now - until) / 60_000) - minutes;
    const answer = await window.call('claim.list', undefined);
    return answer.ok ? answer.value.map(({ requestId }) => requestId) : answer.error;
  };
  expect(await listed(second, -5)).toEqual([nth(3)]);
  expect(await listed(second, 5)).toEqual([]);
  expect(await listed(first, -5)).toEqual([]);
});

it('costs the office what it sends: the bytes of the day have it', async () => {
  const keeper = claimKeeper({ clock: realClock });
  await keeper.hold(first.identity, nth(0));
  const engine = first.engine({ otherTraffic: () => keeper.traffic() });
  const before = { day: await engine.status(), keeper: keeper.traffic() };
  await keeper.release();
  const after = { day: await engine.status(), keeper: keeper.traffic() };
  const sent = after.keeper.bytesSent - before.keeper.bytesSent;
  expect(sent).toBeGreaterThan(20);
  expect(after.day.bytesSent - before.day.bytesSent).toBe(sent);
  expect(after.day.bytesReceived).toBeGreaterThan(before.day.bytesReceived);
  await engine.stop();
});
