import { describe, expect, it, vi } from 'vitest';
import type { BlobHash } from '../../../shared/domain/ids.ts';
import type { Scan } from '../../../shared/domain/request.ts';
import { requestId } from '../../../shared/domain/ids.ts';
import { StorageError } from '../../../electron/storage/storage-error.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { strangerDesk } from '../../support/sync/sync-desk.ts';
import {
  answerPage,
  endLine,
  halfServer,
  itemLine,
  serverTime,
  sha256,
  type HalfServerAnswers,
} from './half-server.ts';
import { answerJson } from './hostile-server.ts';

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100_000, 5)]);
const html = Buffer.from('<html>not an image at all</html>');

function scanOf(bytes: Uint8Array, changes: Partial<Scan> = {}): Scan {
  const hash = sha256(bytes) as BlobHash;
  return { hash, size: bytes.length, mime: 'image/jpeg', pages: 1, masked: true, ...changes };
}

function documentOf(scan: Scan, nth = 0) {
  return { id: `doc-${nth}`, kind: 'application', need: 'needed', scan } as const;
}

async function deskWith(
  scans: Scan[],
  blob: NonNullable<HalfServerAnswers['blob']>,
  decisions?: NonNullable<HalfServerAnswers['decisions']>,
  patience = { idle: 300 },
) {
  const documents = scans.map(documentOf);
  const body = sampleRequest({ id: requestId.parse('req-1'), documents });
  const server = await halfServer({
    changes: (response, _request, url) =>
      answerPage(
        response,
        url.searchParams.has('cursor') ? [endLine('c1')] : [itemLine(1, { body }), endLine('c1')],
      ),
    blob,
    ...(decisions && { decisions }),
  });
  const desk = strangerDesk(server.url);
  const engine = desk.engine({ patience: { answer: 1000, ...patience } });
  const ranges = () =>
    server.asked.flatMap((path, nth) =>
      path.startsWith('/v1/blobs/') ? [server.headers[nth]?.range ?? null] : [],
    );
  return { desk, engine, ranges };
}

function sending(bytes: Uint8Array): NonNullable<HalfServerAnswers['blob']> {
  return (response) =>
    response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': bytes.length }).end(bytes);
}

describe('scans', () => {
  it('are kept when size, hash and beginning are right', async () => {
    const scan = scanOf(jpeg);
    const { desk, engine } = await deskWith([scan], sending(jpeg));
    await engine.syncNow();
    expect(await desk.blobs.get(scan.hash)).toEqual(jpeg);
    expect(await engine.status()).toMatchObject({ problem: null, scansMissing: 0 });
    await engine.stop();
  });

  it('with a wrong hash are tried three times, then set aside by name; never kept', async () => {
    const scan = scanOf(jpeg);
    const wrong = Buffer.from(jpeg);
    wrong[500] = 1;
    const { desk, engine, ranges } = await deskWith([scan], sending(wrong));
    for (let attempt = 0; attempt < 5; attempt += 1) await engine.syncNow();
    expect(ranges()).toHaveLength(3);
    expect(desk.blobs.size).toBe(0);
    expect((await desk.store.scan(scan.hash))?.state).toBe('failed');
    const status = await engine.status();
    expect(status).toMatchObject({ problem: null, scansMissing: 1, lastCompleteAt: null });
    await engine.stop();
  });

  it('that are no image are set aside at once, and the others still come', async () => {
    const fake = scanOf(html);
    const real = scanOf(jpeg);
    const { desk, engine } = await deskWith([fake, real], (response, _request, url) =>
      sending(url.pathname.endsWith(fake.hash) ? html : jpeg)(response, _request, url),
    );
    await engine.syncNow();
    expect((await desk.store.scan(fake.hash))?.state).toBe('failed');
    expect(await desk.blobs.has(fake.hash)).toBe(false);
    expect(await desk.blobs.has(real.hash)).toBe(true);
    await engine.stop();
  });

  it('that broke off are resumed where they stopped', async () => {
    const scan = scanOf(jpeg);
    const { desk, engine, ranges } = await deskWith([scan], (response, request) => {
      const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
      const headers = { 'content-type': 'image/jpeg', 'content-length': jpeg.length - from };
      const range = { 'content-range': `bytes ${from}-${jpeg.length - 1}/${jpeg.length}` };
      response.writeHead(from > 0 ? 206 : 200, from > 0 ? { ...headers, ...range } : headers);
      if (from > 0) return void response.end(jpeg.subarray(from));
      response.write(jpeg.subarray(0, 60_000));
      setTimeout(() => response.destroy(), 50);
    });
    await engine.syncNow();
    expect(ranges()).toEqual([null, 'bytes=60000-']);
    expect(await desk.blobs.get(scan.hash)).toEqual(jpeg);
    await engine.stop();
  });

  it('begin again from a server that knows no ranges', async () => {
    const scan = scanOf(jpeg);
    let connection = 0;
    const { desk, engine } = await deskWith([scan], (response) => {
      connection += 1;
      response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': jpeg.length });
      if (connection > 1) return void response.end(jpeg);
      response.write(jpeg.subarray(0, 60_000));
      setTimeout(() => response.destroy(), 50);
    });
    await engine.syncNow();
    expect(await desk.blobs.get(scan.hash)).toEqual(jpeg);
    await engine.stop();
  });

  it('larger than declared are not read on; four gigabytes are not begun', async () => {
    const short = scanOf(jpeg, { size: 1000 });
    const huge = scanOf(html);
    const { desk, engine } = await deskWith([short, huge], (response, request, url) => {
      if (url.pathname.endsWith(short.hash)) {
        sending(jpeg)(response, request, url);
        return;
      }
      response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': 4 * 1024 ** 3 }).write('x');
    });
    await engine.syncNow();
    expect(desk.blobs.size).toBe(0);
    expect((await desk.store.scan(huge.hash))?.state).toBe('failed');
    expect(await engine.status()).toMatchObject({ problem: null, scansMissing: 2 });
    await engine.stop();
  });

  it('go on in the next attempt where the link broke in the one before', async () => {
    const scan = scanOf(jpeg);
    const piece = 10_000;
    const { desk, engine, ranges } = await deskWith([scan], (response, request) => {
      const start = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? '0');
      response.writeHead(start === 0 ? 200 : 206, {
        'content-type': 'image/jpeg',
        'content-range': `bytes ${start}-${jpeg.length - 1}/${jpeg.length}`,
        'content-length': jpeg.length - start,
      });
      response.write(jpeg.subarray(start, start + piece));
      if (start + piece >= jpeg.length) response.end();
      else setTimeout(() => response.destroy(), 20);
    });
    for (let attempt = 0; attempt < 4 && desk.blobs.size === 0; attempt += 1) await engine.syncNow();
    expect(await desk.blobs.get(scan.hash)).toEqual(jpeg);
    // Eleven pieces at five connections an attempt, none of them asked for twice.
    expect(new Set(ranges()).size).toBe(ranges().length);
    expect(ranges()).toHaveLength(11);
    await engine.stop();
  });

  it('that are unmasked are never asked for where nothing can mask them, not even by hand', async () => {
    const scan = scanOf(jpeg, { masked: false });
    const { desk, engine, ranges } = await deskWith([scan], sending(jpeg));
    await engine.syncNow();
    await engine.fetchScan(scan.hash);
    expect(ranges()).toEqual([]);
    expect(desk.blobs.size).toBe(0);
    await engine.stop();
  });

  it('on a full disk stay wanted, and come when there is room', async () => {
    const scan = scanOf(jpeg);
    const { desk, engine } = await deskWith([scan], sending(jpeg));
    desk.blobs.isFull = true;
    await engine.syncNow();
    expect(await engine.status()).toMatchObject({
      problem: 'disk-full',
      scansMissing: 1,
      lastCompleteAt: null,
    });
    expect((await desk.store.scan(scan.hash))?.state).toBe('wanted');
    desk.blobs.isFull = false;
    await engine.syncNow();
    expect(await engine.status()).toMatchObject({ problem: null, scansMissing: 0 });
    await engine.stop();
  });

  it('asked for by hand come at once', async () => {
    const scan = scanOf(jpeg);
    let isUp = false;
    const { desk, engine } = await deskWith([scan], (response, request, url) => {
      if (isUp) {
        sending(jpeg)(response, request, url);
        return;
      }
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ error: { kind: 'not-found', message: '' }, serverTime: '2026-11-20T10:00:00.000Z' }),
      );
    });
    await engine.syncNow();
    expect((await desk.store.scan(scan.hash))?.state).toBe('wanted');
    isUp = true;
    await engine.fetchScan(scan.hash);
    expect(await desk.blobs.has(scan.hash)).toBe(true);
    // With it all is done, and that is said as of this newest contact.
    await vi.waitFor(async () => {
      const { lastContactAt, lastCompleteAt } = await engine.status();
      expect(lastCompleteAt).not.toBeNull();
      expect((lastCompleteAt ?? '') >= (lastContactAt ?? '')).toBe(true);
    });
    await engine.stop();
  });

  it.each([
    ['', 'sealed at once', 0, false],
    ['', 'sealed while it comes', 400, false],
    [' that an officer asked for', 'sealed while it comes', 400, true],
  ])(
    '%s give way to a decision that is %s, and go on where they were',
    async (_what, _when, sealsIn, isAsked) => {
      const scan = scanOf(jpeg);
      const pushed: string[] = [];
      let isDecided = false;
      const { desk, engine, ranges } = await deskWith(
        [scan],
        (response, request) => {
          const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? '0');
          const rest = jpeg.subarray(from);
          const headers = { 'content-type': 'image/jpeg', 'content-length': rest.length };
          const range =
            from > 0 ? { 'content-range': `bytes ${from}-${jpeg.length - 1}/${jpeg.length}` } : {};
          response.writeHead(from > 0 ? 206 : 200, { ...headers, ...range });
          if (isDecided) response.end(rest);
          else response.write(rest.subarray(0, 40_000));
        },
        (response, decisions) => {
          isDecided = true;
          pushed.push(...decisions.map(({ id }) => id));
          answerJson(response, { answers: [], serverTime });
        },
        { idle: 30_000 },
      );
      const line = { cursor: 'c1', kind: 'request', id: 'req-1', version: 1 };
      const body = sampleRequest({ id: requestId.parse('req-1'), documents: [documentOf(scan)] });
      if (isAsked) await desk.store.applyChanges([{ ...line, body }], 'c1', serverTime, '2026-11-20');
      const done = isAsked ? engine.fetchScan(scan.hash) : engine.syncNow();
      await vi.waitFor(async () => expect((await engine.status()).progress?.bytes).toBe(40_000));
      const id = await desk.decide(requestId.parse('req-1'), 'hold', Date.now(), Date.now() + sealsIn);
      engine.poke();
      // The engine looks for what is due to be sealed once a second at the most.
      await vi.waitFor(() => expect(pushed).toEqual([id]), 10_000);
      await vi.waitFor(async () => expect(await desk.blobs.has(scan.hash)).toBe(true));
      await done;
      // Each time it was interrupted, it went on behind the bytes that had come: after the first time, 40,000 had.
      expect(ranges().slice(0, 2)).toEqual([null, 'bytes=40000-']);
      const starts = ranges().map((range) => Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? '0'));
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      await engine.stop();
    },
  );

  it('are not begun again and again while the disk has no room to seal', async () => {
    const scan = scanOf(jpeg);
    const { desk, ranges } = await deskWith([scan], (response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': jpeg.length });
      response.write(jpeg.subarray(0, 100));
    });
    let tries = 0;
    const sealDecisions: typeof desk.store.sealDecisions = async () => {
      tries += 1;
      throw new StorageError('disk-full');
    };
    const store = { ...desk.store, sealDecisions };
    const engine = desk.engine({ store, patience: { answer: 5_000, idle: 30_000 } });
    void engine.syncNow();
    await vi.waitFor(() => expect(ranges()).toHaveLength(1), 10_000);
    await desk.decide(requestId.parse('req-1'), 'hold', Date.now(), Date.now() + 200);
    engine.poke();
    // Once for the poke, and once when it is due, a second later at the earliest.
    await vi.waitFor(() => expect(tries).toBe(1), 10_000);
    await vi.waitFor(() => expect(ranges().length).toBeGreaterThanOrEqual(3), 10_000);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(tries).toBe(1);
    expect(ranges()).toHaveLength(3);
    await engine.stop();
  });
});
