import { afterEach, describe, expect, it, vi } from 'vitest';
import { blobHash, requestId } from '../../../shared/domain/ids.ts';
import type { SyncEngine } from '../../../electron/sync/engine.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { strangerDesk } from '../../support/sync/sync-desk.ts';
import { manualClock } from '../../support/time/manual-clock.ts';
import { answerPage, endLine, halfServer, itemLine, sha256 } from './half-server.ts';

const start = Date.parse('2026-11-20T10:00:00.000Z');
const minute = 60_000;
const one = requestId.parse('req-1');
const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2000, 5)]);
const hash = blobHash.parse(sha256(bytes));

const engines: SyncEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

/** A desk on which one request with one scan is; every send breaks off, and scans come only when `areScansUp`. */
async function deskOfBrokenSends() {
  const server = { pushes: 0, areScansUp: true, mayAnswer: Promise.resolve() };
  const scan = { hash, size: bytes.length, mime: 'image/jpeg', pages: 1, masked: true } as const;
  const documents = [{ id: 'doc-1', kind: 'application', need: 'needed', scan } as const];
  const body = sampleRequest({ id: one, documents });
  const { url } = await halfServer({
    changes: (response, _request, { searchParams }) => {
      const lines = searchParams.has('cursor') ? [] : [itemLine(1, { body })];
      const page = [...lines, endLine('c1', { more: false, remaining: 0 })];
      void server.mayAnswer.then(() => answerPage(response, page));
    },
    blob: (response) => {
      if (server.areScansUp) response.writeHead(200, { 'content-type': 'image/jpeg' }).end(bytes);
      else response.writeHead(404).end();
    },
    decisions: (response) => {
      server.pushes += 1;
      response.destroy();
    },
  });
  const clock = manualClock(start);
  const desk = strangerDesk(url);
  const engine = desk.engine({ clock });
  engines.push(engine);
  const atRest = (step: 'idle' | 'waiting') =>
    vi.waitFor(async () => expect((await engine.status()).step).toBe(step));
  const lastComplete = async () => (await engine.status()).lastCompleteAt;
  return { server, clock, desk, engine, atRest, lastComplete };
}

describe('a send that broke off is tried again when it was put off to', () => {
  it('also where an officer did something meanwhile', async () => {
    const { server, clock, desk, engine, atRest } = await deskOfBrokenSends();
    await engine.syncNow();
    await desk.decide(one, 'hold', clock.now());
    await engine.syncNow();
    expect(server.pushes).toBe(1);
    await atRest('waiting');
    clock.advance(500);
    engine.poke();
    await atRest('waiting');
    clock.advance(minute);
    await vi.waitFor(() => expect(server.pushes).toBeGreaterThan(1));
  });

  it('also where a scan that is not here was opened meanwhile', async () => {
    const { server, clock, desk, engine, atRest } = await deskOfBrokenSends();
    server.areScansUp = false;
    await engine.syncNow();
    await desk.decide(one, 'hold', clock.now());
    await engine.syncNow();
    expect(server.pushes).toBe(1);
    clock.advance(500);
    server.areScansUp = true;
    await engine.fetchScan(hash);
    expect(await desk.blobs.has(hash)).toBe(true);
    await atRest('waiting');
    expect(server.pushes).toBe(1);
    clock.advance(minute);
    await vi.waitFor(() => expect(server.pushes).toBeGreaterThan(1));
  });
});

it('is not called complete where a decision fell due while the page came', async () => {
  const { server, clock, desk, engine, atRest, lastComplete } = await deskOfBrokenSends();
  await engine.syncNow();
  await atRest('idle');
  const before = await lastComplete();
  expect(before).not.toBeNull();
  await desk.decide(one, 'hold', clock.now(), clock.now() + minute);
  engine.poke();
  await atRest('idle');
  const page = Promise.withResolvers<undefined>();
  server.mayAnswer = page.promise;
  const done = engine.syncNow();
  await vi.waitFor(async () => expect((await engine.status()).step).toBe('receiving'));
  clock.advance(2 * minute);
  page.resolve(undefined);
  await done;
  await vi.waitFor(() => expect(server.pushes).toBe(1));
  await atRest('waiting');
  expect(await lastComplete()).toBe(before);
});
