import { afterEach, describe, expect, it } from 'vitest';
import type { DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import { requestId, type BlobHash } from '../../../shared/domain/ids.ts';
import type { Scan } from '../../../shared/domain/request.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { MaskScan } from '../../../electron/sync/mask-scan.ts';
import type { SyncEngine } from '../../../electron/sync/engine.ts';
import { aadhaarReading } from '../../support/samples/sample-readings.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { strangerDesk, type SyncDesk } from '../../support/sync/sync-desk.ts';
import { answerPage, endLine, halfServer, itemLine, sha256 } from './half-server.ts';

const start = [0xff, 0xd8, 0xff, 0xe0];
const raw = Buffer.concat([Buffer.from(start), Buffer.alloc(5000, 7)]);
const other = Buffer.concat([Buffer.from(start), Buffer.alloc(5000, 8)]);
const burned = Buffer.concat([Buffer.from(start), Buffer.alloc(4000, 1)]);
const burnedHash = sha256(burned) as BlobHash;

function scanOf(bytes: Uint8Array, masked: boolean): Scan {
  return { hash: sha256(bytes) as BlobHash, size: bytes.length, mime: 'image/jpeg', pages: 1, masked };
}

const masks: MaskScan = async () =>
  ok({ reading: aadhaarReading(), bytes: burned, mime: 'image/jpeg', pages: 1 });

const engines: SyncEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

/** A desk whose server has these scans; `asked` are those of which bytes were asked for. */
async function deskWith(scans: Scan[], maskScan: MaskScan) {
  const documents = scans.map(
    (scan, n) => ({ id: `doc-${n}`, kind: 'aadhaar', need: 'needed', scan }) as const,
  );
  const body = sampleRequest({ id: requestId.parse('req-1'), documents });
  const bytesOf = new Map([raw, other].map((bytes) => [`/v1/blobs/${sha256(bytes)}`, bytes]));
  const server = await halfServer({
    changes: (response, _request, url) =>
      answerPage(
        response,
        url.searchParams.has('cursor') ? [endLine('c1')] : [itemLine(1, { body }), endLine('c1')],
      ),
    blob: (response, _request, url) => {
      const bytes = bytesOf.get(url.pathname) ?? Buffer.alloc(0);
      response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': bytes.length }).end(bytes);
    },
  });
  const desk: SyncDesk = strangerDesk(server.url);
  const engine = desk.engine({ maskScan, patience: { answer: 1000, idle: 300 } });
  engines.push(engine);
  const asked = () => server.asked.filter((path) => path.startsWith('/v1/blobs/'));
  return { desk, engine, asked };
}

describe('a scan that came unmasked', () => {
  it('is masked in memory, and only its masked copy is kept', async () => {
    const scan = scanOf(raw, false);
    const given: Uint8Array[] = [];
    const { desk, engine } = await deskWith([scan], async (bytes, one) => {
      given.push(bytes);
      return masks(bytes, one);
    });
    await engine.syncNow();
    expect(given.map((bytes) => Buffer.from(bytes))).toEqual([raw]);
    expect(desk.blobs.size).toBe(1);
    expect(await desk.blobs.get(burnedHash)).toEqual(burned);
    expect(await desk.store.maskedCopy(scan.hash)).toMatchObject({ hash: burnedHash, size: burned.length });
    expect(await engine.status()).toMatchObject({ problem: null, scansMissing: 0 });
    await engine.syncNow();
    await engine.fetchScan(scan.hash);
    expect(given).toHaveLength(1);
  });

  it('waits for a hand where no number was found, and is not fetched again until somebody asks', async () => {
    const scan = scanOf(raw, false);
    const { desk, engine, asked } = await deskWith([scan], async () => ok('wants-hand' as const));
    await engine.syncNow();
    await engine.syncNow();
    expect(asked()).toHaveLength(1);
    expect(desk.blobs.size).toBe(0);
    expect(await desk.store.scan(scan.hash)).toMatchObject({ why: 'wants-hand', isGivenUp: true });
    expect((await engine.status()).lastCompleteAt).not.toBeNull();
    await desk.store.scanWanted(scan.hash);
    await engine.fetchScan(scan.hash);
    expect(asked()).toHaveLength(2);
  });

  const masking = { regions: [], residue: 0, wantsHand: false };
  it.each([
    ['digits can still be read', { ...masking, residue: 2 }, 'still-readable'],
    ['its reading wants a hand', { ...masking, wantsHand: true }, 'wants-hand'],
  ])('is not kept where %s', async (_what, left, why) => {
    const scan = scanOf(raw, false);
    const reading = aadhaarReading({}, { masking: left });
    const { desk, engine } = await deskWith([scan], async () =>
      ok({ reading, bytes: burned, mime: 'image/jpeg' as const, pages: 1 }),
    );
    await engine.syncNow();
    expect(desk.blobs.size).toBe(0);
    expect(await desk.store.scan(scan.hash)).toMatchObject({ why, isGivenUp: true });
  });

  it.each(['form', 'pan', 'unknown'] as const)(
    'is not kept where no number was found on it, though it looks like %s',
    async (kind) => {
      const scan = scanOf(raw, false);
      // What was burned out is no number of a card: a helpline, an account.
      const reading = aadhaarReading({}, { kind, numberCheck: 'not-read' });
      const { desk, engine } = await deskWith([scan], async () =>
        ok({ reading, bytes: burned, mime: 'image/jpeg' as const, pages: 1 }),
      );
      await engine.syncNow();
      expect(desk.blobs.size).toBe(0);
      expect(await desk.store.scan(scan.hash)).toMatchObject({ why: 'wants-hand', isGivenUp: true });
    },
  );

  it.each(['damaged', 'too-many-pixels', 'locked'] satisfies DocumentFault[])(
    'is given up at once when it is %s, and stops no other',
    async (fault) => {
      const [bad, good] = [scanOf(raw, false), scanOf(other, true)];
      const { desk, engine, asked } = await deskWith([bad, good], async () => fail(fault));
      await engine.syncNow();
      await engine.syncNow();
      expect(asked()).toHaveLength(2);
      expect(await desk.store.scan(bad.hash)).toMatchObject({ why: fault, isGivenUp: true });
      expect(await desk.blobs.has(good.hash)).toBe(true);
    },
  );

  it('is tried three times when the masking dies, then given up by name', async () => {
    const scan = scanOf(raw, false);
    const { desk, engine, asked } = await deskWith([scan], async () => {
      throw new Error('The decoder died');
    });
    for (let attempt = 0; attempt < 5; attempt += 1) await engine.syncNow();
    expect(asked()).toHaveLength(3);
    expect(await desk.store.scan(scan.hash)).toMatchObject({ why: 'process-died', isGivenUp: true });
    expect(desk.faults).toEqual([]);
  });

  it('does not hold up the end of the sync while it is being masked', async () => {
    const scan = scanOf(raw, false);
    let isCalled: () => void = () => undefined;
    const called = new Promise<void>((resolve) => (isCalled = resolve));
    const { desk, engine } = await deskWith([scan], () => {
      isCalled();
      return new Promise(() => undefined);
    });
    void engine.syncNow();
    await called;
    await engine.stop();
    expect(desk.blobs.size).toBe(0);
    expect(await desk.store.scan(scan.hash)).toMatchObject({ why: null });
  });

  it('comes when there is room again after the disk was full', async () => {
    const scan = scanOf(raw, false);
    const { desk, engine } = await deskWith([scan], masks);
    desk.blobs.isFull = true;
    await engine.syncNow();
    expect(await engine.status()).toMatchObject({ problem: 'disk-full', lastCompleteAt: null });
    expect(await desk.store.maskedCopy(scan.hash)).toBeNull();
    desk.blobs.isFull = false;
    await engine.syncNow();
    expect(await desk.blobs.has(burnedHash)).toBe(true);
  });
});
