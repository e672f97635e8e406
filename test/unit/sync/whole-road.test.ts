import { afterAll, beforeAll, expect, it } from 'vitest';
import { requestId, type RequestId } from '../../../shared/domain/ids.ts';
import { startCentralServer, type CentralServer } from '../../central-server/start.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { sampleOffice } from '../../support/sync/sample-office.ts';
import { enrolledDesk, type SyncDesk } from '../../support/sync/sync-desk.ts';

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200_000, 7)]);
const ids = Array.from({ length: 12 }, (_, index) => requestId.parse(`req-${index + 1}`));
/** The nth request; each test has its own, since the server is shared. */
function nth(index: number): RequestId {
  const id = ids[index];
  if (id === undefined) throw new Error(`No request ${index}`);
  return id;
}
const [first, second, third] = [nth(0), nth(1), nth(2)];

let central: CentralServer;
let codes = 0;

beforeAll(async () => {
  central = await startCentralServer({ seed: 'none' });
  await central.data.putDistrict(sampleOffice.district);
  await central.data.putOfficer(sampleOffice.officer, 'FIRST');
}, 120_000);
afterAll(() => central.close());

async function freshDesk(): Promise<SyncDesk> {
  codes += 1;
  await central.data.issueActivationCode(sampleOffice.officer.id, `CODE-${codes}`);
  return enrolledDesk(central.url, `CODE-${codes}`);
}

it('pulls, seals, sends, keeps the receipts, pulls again; and is complete only then', async () => {
  const hash = await central.data.putBlob(jpeg, sampleOffice.district.id);
  const scan = { hash, size: jpeg.length, mime: 'image/jpeg', pages: 1, masked: true } as never;
  for (const id of ids) {
    const document = { id: 'doc-1', kind: 'application', need: 'needed', scan } as const;
    await central.data.putRequest(sampleRequest({ id, documents: id === first ? [document] : [] }));
  }
  await central.data.putItem({ kind: 'kiosk-map', id: 'map-1', districtId: null, body: { later: true } });
  const desk = await freshDesk();
  const engine = desk.engine();
  await engine.syncNow();

  expect((await desk.store.slimRows(null, 100)).total).toBe(12);
  expect((await desk.store.setAside()).map((item) => item.kind)).toEqual(['kiosk-map']);
  expect(await desk.blobs.get(hash as never)).toEqual(jpeg);
  const pulled = await engine.status();
  expect(pulled).toMatchObject({ problem: null, unsent: 0, scansMissing: 0, setAside: 1, step: 'idle' });
  expect(pulled.lastCompleteAt).not.toBeNull();

  const now = Date.now();
  const decided = [
    await desk.decide(first, 'approve', now),
    await desk.decide(second, 'hold', now),
    await desk.decide(third, 'approve', now, now + 3_600_000),
  ];
  await engine.syncNow();
  const states = await Promise.all(decided.map(async (id) => (await desk.store.decision(id))?.state));
  expect(states).toEqual(['accepted', 'accepted', 'recorded']);
  const outbox = await desk.store.outbox();
  expect(
    outbox
      .filter((item) => item.receipt)
      .map((item) => item.decisionId)
      .sort(),
  ).toEqual(decided.slice(0, 2).sort());
  // The answers moved the requests on, and the pull after them brought their new versions.
  expect((await desk.store.request(first))?.request.status).toBe('approved');
  expect((await desk.store.request(second))?.request.status).toBe('on-hold');
  expect(await engine.status()).toMatchObject({ undoable: 1, unsent: 0, problem: null });
  await engine.stop();
  expect(desk.faults).toEqual([]);
});

it('sends a decision that waited for the link by itself, once, though the first answer was lost', async () => {
  const desk = await freshDesk();
  const engine = desk.engine();
  await engine.syncNow();
  const id = await desk.decide(nth(3), 'hold', Date.now());
  central.setFault(({ path }) => (path === '/v1/decisions' ? 'drop-answer' : 'none'));
  await engine.syncNow();
  expect(await engine.status()).toMatchObject({ unsent: 1, problem: 'offline', step: 'waiting' });
  expect((await central.data.decision(id))?.result).toBe('accepted');
  const before = (await engine.status()).lastCompleteAt;
  central.setFault(null);
  await engine.syncNow();
  expect((await desk.store.decision(id))?.state).toBe('accepted');
  const after = await engine.status();
  expect(after).toMatchObject({ unsent: 0, problem: null });
  expect(after.lastCompleteAt).not.toBe(before);
  await engine.stop();
});

it('brings a conflict back to the officer, with the request as the server has it', async () => {
  const desk = await freshDesk();
  const engine = desk.engine();
  await engine.syncNow();
  const id = await desk.decide(nth(4), 'approve', Date.now());
  await central.data.changeRequest(nth(4), (request) => ({ ...request, status: 'withdrawn' }));
  await engine.syncNow();
  expect((await desk.store.decision(id))?.state).toBe('conflicted');
  expect((await desk.store.request(nth(4)))?.request.status).toBe('withdrawn');
  await engine.stop();
});

it('renews a session that the server forgot', async () => {
  const desk = await freshDesk();
  const engine = desk.engine();
  await engine.syncNow();
  await central.data.endSessions();
  await central.data.putRequest(sampleRequest({ id: nth(5), version: 9 }));
  await engine.syncNow();
  expect((await desk.store.request(nth(5)))?.request.version).toBe(9);
  expect((await engine.status()).problem).toBeNull();
  await engine.stop();
});
