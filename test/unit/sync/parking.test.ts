import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { blobHash, requestId, type BlobHash, type RequestId } from '../../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { SyncEngine } from '../../../electron/sync/engine.ts';
import { startCentralServer, type CentralServer, type Fault } from '../../central-server/start.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { sampleOffice } from '../../support/sync/sample-office.ts';
import { enrolledDesk, type SyncDesk } from '../../support/sync/sync-desk.ts';

let central: CentralServer;
let desk: SyncDesk;
const engines: SyncEngine[] = [];
let made = 0;

beforeAll(async () => {
  central = await startCentralServer({ seed: 'none' });
  await central.data.putDistrict(sampleOffice.district);
  await central.data.putOfficer(sampleOffice.officer, 'PARKING');
  desk = await enrolledDesk(central.url, 'PARKING');
}, 120_000);
afterAll(() => central.close());
afterEach(async () => {
  central.setFault(null);
  for (const engine of engines.splice(0)) await engine.stop();
});

function startEngine(): SyncEngine {
  const engine = desk.engine();
  engines.push(engine);
  return engine;
}

function pictureOf(nth: number): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(3000, nth)]);
}

/** A request with a scan of its own; the server has the bytes unless they are gone. */
async function putRequest(isGone = false): Promise<{ id: RequestId; hash: BlobHash }> {
  made += 1;
  const bytes = pictureOf(made);
  const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
  if (!isGone) await central.data.putBlob(bytes, sampleOffice.district.id);
  const scan = { hash, size: bytes.length, mime: 'image/jpeg', pages: 1, masked: true } as const;
  const documents: MigrationRequest['documents'] = [
    { id: 'doc-1', kind: 'application', need: 'needed', scan },
  ];
  const id = requestId.parse(`park-${made}`);
  await central.data.putRequest(sampleRequest({ id, documents }));
  return { id, hash };
}

function failOn(hash: BlobHash, fault: Fault): { asked: () => number } {
  let asked = 0;
  central.setFault(({ path }) => {
    if (!path.endsWith(hash)) return 'none';
    asked += 1;
    return fault;
  });
  return { asked: () => asked };
}

describe('a scan', () => {
  it.each<[Fault, string, number]>([
    ['500', 'server-failed', 8],
    ['502', 'server-failed', 8],
    ['wrong-bytes', 'wrong-hash', 3],
  ])(
    'on which the server answers with %s is parked as %s after %i tries; its neighbours come',
    async (...given) => {
      const [fault, why, tries] = given;
      const [bad, ...good] = [await putRequest(), await putRequest(), await putRequest()];
      const { asked } = failOn(bad.hash, fault);
      const first = startEngine();
      await first.syncNow();
      for (const { hash } of good) expect(await desk.blobs.has(hash)).toBe(true);
      expect((await first.status()).problem).toBeNull();
      // Each try by an app that was started again: what was counted lies in the vault.
      for (let nth = 0; nth < tries + 2; nth += 1) {
        const engine = desk.engine();
        await engine.syncNow();
        await engine.stop();
      }
      expect(asked()).toBe(tries);
      expect(await desk.store.scan(bad.hash)).toMatchObject({ state: 'failed', why, isGivenUp: true });

      central.setFault(null);
      await first.syncNow();
      expect(await desk.blobs.has(bad.hash)).toBe(false);
      await desk.store.unparkAll();
      await first.syncNow();
      expect(await desk.blobs.has(bad.hash)).toBe(true);
    },
  );

  it('that the server does not have is parked after some tries, and comes by hand once it has it', async () => {
    const gone = await putRequest(true);
    const engine = startEngine();
    for (let nth = 0; nth < 6; nth += 1) await engine.syncNow();
    expect(await desk.store.scan(gone.hash)).toMatchObject({ state: 'failed', why: 'not-found' });
    expect((await engine.status()).problem).toBeNull();
    await central.data.putBlob(pictureOf(made), sampleOffice.district.id);
    await desk.store.scanWanted(gone.hash);
    await engine.fetchScan(gone.hash);
    expect(await desk.blobs.has(gone.hash)).toBe(true);
  });

  it('is never parked for a link that breaks', async () => {
    const { hash } = await putRequest();
    failOn(hash, 'drop');
    const engine = startEngine();
    for (let nth = 0; nth < 12; nth += 1) await engine.syncNow();
    expect(await desk.store.scan(hash)).toMatchObject({ state: 'wanted', why: 'no-link', faults: 0 });
  });

  it('is the server’s trouble when none comes: three in a row end the attempt', async () => {
    for (let nth = 0; nth < 5; nth += 1) await putRequest();
    let asked = 0;
    central.setFault(({ path }) => {
      if (!path.startsWith('/v1/blobs/')) return 'none';
      asked += 1;
      return '500';
    });
    const engine = startEngine();
    await engine.syncNow();
    expect(asked).toBe(3);
    expect((await engine.status()).problem).toBe('server-failed');
  });
});

it('a decision on which the server fails is not parked and holds up what follows it, but nothing else', async () => {
  const { id } = await putRequest();
  const engine = startEngine();
  await engine.syncNow();
  const decided = await desk.decide(id, 'hold', Date.now());
  central.setFault(({ path }) => (path === '/v1/decisions' ? '500' : 'none'));
  const later = await putRequest();
  await engine.syncNow();
  expect((await desk.store.decision(decided))?.state).toBe('sent');
  expect((await desk.store.request(later.id))?.request.id).toBe(later.id);
  expect(await desk.blobs.has(later.hash)).toBe(true);
  // It is told all the same, and nothing is complete.
  const { lastCompleteAt, lastContactAt, ...status } = await engine.status();
  expect(status).toMatchObject({ problem: 'server-failed', unsent: 1 });
  expect(Date.parse(lastCompleteAt ?? '')).toBeLessThan(Date.parse(lastContactAt ?? ''));
  central.setFault(null);
  await engine.syncNow();
  expect((await desk.store.decision(decided))?.state).toBe('accepted');
  expect((await engine.status()).problem).toBeNull();
});
