import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { localScanId, type LocalScan } from '../../../shared/domain/documents/local-scan.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { blobHash, requestId, type RequestId } from '../../../shared/domain/ids.ts';
import type { SyncEngine } from '../../../electron/sync/engine.ts';
import { viewedScans } from '../../../electron/ipc/viewed-scans.ts';
import { startCentralServer, type CentralServer } from '../../central-server/start.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { panReading } from '../../support/samples/sample-readings.ts';
import { enrolledDesk, type SyncDesk } from '../../support/sync/sync-desk.ts';
import { sampleOffice } from '../../support/sync/sample-office.ts';
import { sha256 } from './half-server.ts';

const { district, officer } = sampleOffice;
const id: RequestId = requestId.parse('req-up');
const size = 3_000_000;

let central: CentralServer;
let codes = 0;
beforeAll(async () => {
  central = await startCentralServer({ seed: 'none' });
  await central.data.putDistrict(district);
  await central.data.putOfficer(officer, 'UP-0');
  await central.data.putRequest(sampleRequest({ id, districtId: district.id }));
}, 60_000);
afterAll(() => central.close());

const engines: SyncEngine[] = [];
afterEach(async () => {
  central.setFault(null);
  for (const engine of engines.splice(0)) await engine.stop();
});

async function deskAt(): Promise<{ desk: SyncDesk; engine: SyncEngine }> {
  codes += 1;
  await central.data.issueActivationCode(officer.id, `UP-${codes}`);
  const desk = await enrolledDesk(central.url, `UP-${codes}`);
  const engine = desk.engine();
  engines.push(engine);
  await engine.syncNow();
  return { desk, engine };
}

let taken = 0;

/** As the intake keeps what an officer took in: the masked bytes first, then the row. */
async function takeIn(desk: SyncDesk, bytes = jpeg()): Promise<LocalScan> {
  taken += 1;
  const hash = blobHash.parse(sha256(bytes));
  const local: LocalScan = {
    id: localScanId.parse(`01997000-0000-7000-8000-${String(taken).padStart(12, '0')}`),
    ...{ requestId: id, documentId: 'item:pan', kind: 'pan' },
    scan: { hash, size: bytes.length, mime: 'image/jpeg', pages: 1 },
    ...{ source: 'picker', by: officer.id, at: instantOf(Date.now()) },
  };
  await desk.blobs.put(hash, bytes);
  await desk.store.addLocalScan(local, panReading());
  return local;
}

function jpeg(): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size - 4)]);
}

const none = { state: null, limit: 10, underWay: [] };

describe('a scan that was taken in here', () => {
  it('goes up masked, and reaches the other desk of the office as a scan of the request; taken back, it goes', async () => {
    const [one, other] = [await deskAt(), await deskAt()];
    const local = await takeIn(one.desk);
    expect(await one.engine.status()).toMatchObject({ uploadsUnsent: 1 });
    one.engine.poke();
    await vi.waitFor(async () => expect((await one.engine.status()).uploadsUnsent).toBe(0), 20_000);
    expect(await one.desk.store.uploadItems(none)).toMatchObject([{ id: local.id, shown: 'accepted' }]);

    await other.engine.syncNow();
    expect(await other.desk.blobs.has(local.scan.hash)).toBe(true);
    expect(await other.desk.store.attachments(id)).toMatchObject([{ id: local.id, by: officer.id }]);
    const request = sampleRequest({ id });
    expect(await viewedScans(other.desk.store, request)).toContainEqual(
      expect.objectContaining({ documentId: local.id, state: 'ready', url: `/scans/${local.scan.hash}` }),
    );
    // A newer version of the request does not lose what is attached to it.
    await central.data.changeRequest(id, (before) => ({ ...before, reason: 'बदला' }));
    await other.engine.syncNow();
    expect(await other.desk.store.scan(local.scan.hash)).toMatchObject({ requestIds: [id] });

    await one.desk.store.removeLocalScan(local.id, officer.id, instantOf(Date.now()));
    await one.engine.syncNow();
    await other.engine.syncNow();
    expect(await other.desk.store.attachments(id)).toEqual([]);
    expect(await one.desk.store.dueUploads('9999-12-31T00:00:00.000Z', 10)).toEqual([]);
  });

  it('goes on where it broke off, after a restart too, and arrives once', async () => {
    const { desk, engine } = await deskAt();
    const local = await takeIn(desk);
    let pieces = 0;
    central.setFault(({ method }) =>
      // The question how far it is, one piece, and then the link is gone.
      pieces > 2 || (method === 'PUT' && (pieces += 1) > 2) ? 'drop' : 'none',
    );
    await engine.syncNow();
    expect(await engine.status()).toMatchObject({ uploadsUnsent: 1, problem: 'offline' });
    expect(await desk.store.uploadItems(none)).toMatchObject([{ shown: 'waiting', attempts: 1 }]);
    await engine.stop();
    const { bytesSent } = await engine.status();
    central.setFault(null);
    const again = desk.engine();
    engines.push(again);
    await again.syncNow();
    const status = await again.status();
    expect(status).toMatchObject({ uploadsUnsent: 0 });
    // Not from the beginning: no piece is smaller than 16 kB.
    expect(status.bytesSent - bytesSent).toBeLessThan(size - 8_000);
    const other = await deskAt();
    expect(await other.desk.blobs.has(local.scan.hash)).toBe(true);
  });

  it('never leaves when a number can be read on it, and says so; nothing else waits', async () => {
    const { desk, engine } = await deskAt();
    const local = await takeIn(desk);
    const reading = panReading();
    await desk.store.saveReading(
      local.scan.hash,
      { ...reading, masking: { ...reading.masking, residue: 1 } },
      instantOf(Date.now()),
    );
    const paths: string[] = [];
    central.setFault(({ path }) => {
      paths.push(path);
      return 'none';
    });
    await engine.syncNow();
    expect(paths.filter((path) => path.startsWith('/v1/blobs/') || path === '/v1/attachments')).toEqual([]);
    expect(await desk.store.uploadItems(none)).toMatchObject([{ shown: 'parked', why: 'not-masked' }]);
    expect(await engine.status()).toMatchObject({ parked: 1, problem: null });
  });

  it('on which the server fails is put off while others go, parked at last, and comes again by hand', async () => {
    const { desk, engine } = await deskAt();
    const bad = await takeIn(desk);
    const good = await takeIn(desk);
    central.setFault(({ method, path }) =>
      method === 'PUT' && path.endsWith(bad.scan.hash) ? '500' : 'none',
    );
    for (let tries = 0; tries < 8; tries += 1) await engine.syncNow();
    const items = await desk.store.uploadItems(none);
    expect(items.find((item) => item.id === good.id)).toMatchObject({ shown: 'accepted' });
    expect(items.find((item) => item.id === bad.id)).toMatchObject({ shown: 'parked', attempts: 8 });
    central.setFault(null);
    await desk.store.uploadWanted(bad.id);
    await engine.syncNow();
    expect(await engine.status()).toMatchObject({ uploadsUnsent: 0, parked: 0 });
  });

  it('that the road does not let through keeps neither decisions nor the other scans waiting', async () => {
    const { desk, engine } = await deskAt();
    const scans = [await takeIn(desk), await takeIn(desk), await takeIn(desk)];
    const [refused, broken, good] = scans;
    central.setFault(({ method, path }) => {
      if (method !== 'PUT') return 'none';
      if (path.endsWith(refused?.scan.hash ?? '')) return 'html';
      return path.endsWith(broken?.scan.hash ?? '') && (pieces += 1) > 1 ? 'drop' : 'none';
    });
    let pieces = 0;
    await engine.syncNow();
    const items = await desk.store.uploadItems(none);
    expect(items.find(({ id }) => id === good?.id)).toMatchObject({ shown: 'accepted' });
    expect(items.filter(({ shown }) => shown === 'waiting')).toHaveLength(2);
    expect(await engine.status()).toMatchObject({ uploadsUnsent: 2, problem: null, step: 'idle' });
    for (let tries = 0; tries < 7; tries += 1) await engine.syncNow();
    // What the road refuses is parked at last; what broke off counts against nothing.
    expect((await desk.store.uploadItems(none)).map(({ id, shown }) => [id, shown])).toEqual([
      [good?.id, 'accepted'],
      [broken?.id, 'waiting'],
      [refused?.id, 'parked'],
    ]);
  });

  it('that is taken back is counted and listed until the server knows, also past the data limit', async () => {
    const { desk, engine } = await deskAt();
    const local = await takeIn(desk);
    await engine.syncNow();
    expect(await engine.status()).toMatchObject({ uploadsUnsent: 0 });
    central.setFault(({ path }) => (path === '/v1/attachments' ? '500' : 'none'));
    await desk.store.removeLocalScan(local.id, officer.id, instantOf(Date.now()));
    await engine.syncNow();
    expect(await engine.status()).toMatchObject({ uploadsUnsent: 1 });
    expect(await desk.store.uploadItems(none)).toMatchObject([
      { id: local.id, shown: 'waiting', withdraws: true },
    ]);
    const totals = await desk.store.itemTotals([]);
    expect(totals.upload).toMatchObject({ waiting: 1, accepted: 0 });
    for (let tries = 0; tries < 7; tries += 1) await engine.syncNow();
    expect(await engine.status()).toMatchObject({ uploadsUnsent: 0, parked: 1 });
    await desk.store.uploadWanted(local.id);
    expect(await engine.status()).toMatchObject({ uploadsUnsent: 1, parked: 0 });

    central.setFault(null);
    await desk.store.writeSettings({ dayMegabytes: 1 }, officer.id, instantOf(Date.now()));
    await desk.store.addTraffic({ hour: hourNow(), received: 2_000_000, sent: 0 });
    const waiting = await takeIn(desk);
    await engine.syncNow();
    expect(await desk.store.uploadItems(none)).toMatchObject([{ id: waiting.id, shown: 'waiting' }]);
    expect(await engine.status()).toMatchObject({ uploadsUnsent: 1, parked: 0 });
  });

  it('waits while the data limit is used up', async () => {
    const { desk, engine } = await deskAt();
    await takeIn(desk);
    central.setFault(({ method }) => (method === 'PUT' ? 'html' : 'none'));
    await desk.store.writeSettings({ dayMegabytes: 1 }, officer.id, instantOf(Date.now()));
    await desk.store.addTraffic({ hour: hourNow(), received: 2_000_000, sent: 0 });
    await engine.syncNow();
    expect(await engine.status()).toMatchObject({ uploadsUnsent: 1, problem: null });
    expect((await engine.status()).scansWaitUntil).not.toBeNull();
  });
});

function hourNow(): string {
  return new Date(Date.now() + 5.5 * 3_600_000).toISOString().slice(0, 13);
}
