import { afterEach, describe, expect, it, vi } from 'vitest';
import { instantOf, indiaHour } from '../../../shared/domain/india-date.ts';
import { requestId, type BlobHash } from '../../../shared/domain/ids.ts';
import type { Scan } from '../../../shared/domain/request.ts';
import type { SyncEngine } from '../../../electron/sync/engine.ts';
import type { SettingName } from '../../../electron/storage/setting-name.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { strangerDesk } from '../../support/sync/sync-desk.ts';
import { manualClock } from '../../support/time/manual-clock.ts';
import { answerPage, endLine, halfServer, itemLine, serverTime, sha256 } from './half-server.ts';
import { answerJson } from './hostile-server.ts';

const start = Date.parse('2026-11-20T10:10:00.000+05:30');
const hour = 3_600_000;
const pictures = [1, 2, 3, 4].map((nth) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(600_000, nth)]),
);

const engines: SyncEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

/** A desk whose server has four scans of 0.6 MB. */
async function deskWith(limits: Partial<Record<SettingName, number>>) {
  const scans = pictures.map((bytes): Scan => {
    const hash = sha256(bytes) as BlobHash;
    return { hash, size: bytes.length, mime: 'image/jpeg', pages: 1, masked: true };
  });
  const documents = scans.map(
    (scan, nth) => ({ id: `doc-${nth}`, kind: 'application', need: 'needed', scan }) as const,
  );
  const body = sampleRequest({ id: requestId.parse('req-1'), documents });
  const pushed: string[] = [];
  const server = await halfServer({
    changes: (response, _request, url) =>
      answerPage(
        response,
        url.searchParams.has('cursor') ? [endLine('c1')] : [itemLine(1, { body }), endLine('c1')],
      ),
    decisions: (response, decisions) => {
      pushed.push(...decisions.map(({ id }) => id));
      answerJson(response, { answers: [], serverTime });
    },
    blob: (response, _request, url) => {
      const bytes = pictures.find((each) => url.pathname.endsWith(sha256(each))) ?? Buffer.alloc(0);
      response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': bytes.length }).end(bytes);
    },
  });
  const desk = strangerDesk(server.url);
  const set = (values: Partial<Record<SettingName, number>>) =>
    desk.store.writeSettings(values, desk.identity.officer.id, instantOf(start));
  await set(limits);
  const clock = manualClock(start);
  const engine = desk.engine({ clock });
  engines.push(engine);
  const missing = async () => (await engine.status()).scansMissing;
  return { desk, engine, clock, pushed, scans, set, missing };
}

describe('a data limit', () => {
  it('that is not set keeps no scan back', async () => {
    const { engine, missing } = await deskWith({});
    await engine.syncNow();
    expect(await missing()).toBe(0);
    expect((await engine.status()).scansWaitUntil).toBeNull();
  });

  it('keeps scans waiting when it is used up, says until when, and lets decisions and changes go', async () => {
    const { desk, engine, pushed, missing } = await deskWith({ hourMegabytes: 1 });
    await engine.syncNow();
    // The second began while something was left.
    expect(await missing()).toBe(2);
    const status = await engine.status();
    expect(status).toMatchObject({
      problem: null,
      scansWaitUntil: instantOf(Date.parse('2026-11-20T11:00:00.000+05:30')),
      limitUsedUp: 'hour',
      lastCompleteAt: null,
    });
    const decided = await desk.decide(requestId.parse('req-1'), 'hold', start);
    await engine.syncNow();
    expect(pushed).toEqual([decided]);
    expect(await missing()).toBe(2);
  });

  it('lets the one scan come that an officer asks for', async () => {
    const { desk, engine, missing } = await deskWith({ hourMegabytes: 1 });
    await engine.syncNow();
    const [wanted] = await desk.store.wantedScans('9999-12-31T00:00:00.000Z', 1);
    if (!wanted) throw new Error('All scans are here');
    await engine.fetchScan(wanted.hash);
    expect(await desk.blobs.has(wanted.hash)).toBe(true);
    await engine.syncNow();
    expect(await missing()).toBe(1);
  });

  it('ends with the hour, by itself', async () => {
    const { clock, engine, missing } = await deskWith({ hourMegabytes: 1 });
    engine.start();
    await engine.syncNow();
    expect(await missing()).toBe(2);
    clock.advance(hour);
    await vi.waitFor(async () => expect(await missing()).toBe(0));
  });

  it('is passed for the rest of the hour, and holds again in the next', async () => {
    const { clock, engine, missing, set } = await deskWith({ dayMegabytes: 1 });
    await engine.syncNow();
    expect(await missing()).toBe(2);
    engine.passLimit();
    await vi.waitFor(async () => expect(await missing()).toBe(0));
    expect(await engine.status()).toMatchObject({ scansWaitUntil: null, limitUsedUp: null });
    clock.jumpTo(start + hour);
    const midnight = Date.parse('2026-11-21T00:00:00.000+05:30');
    expect(await engine.status()).toMatchObject({ scansWaitUntil: instantOf(midnight), limitUsedUp: 'day' });
    await set({ dayMegabytes: 0 });
    expect((await engine.status()).scansWaitUntil).toBeNull();
  });

  it('that is raised lets the scans come at once', async () => {
    const { engine, missing, set } = await deskWith({ dayMegabytes: 1 });
    await engine.syncNow();
    expect(await missing()).toBe(2);
    await set({ dayMegabytes: 9 });
    engine.poke();
    await vi.waitFor(async () => expect(await missing()).toBe(0));
  });

  it('counts what was used before the app was started again', async () => {
    const { desk, clock, engine, missing } = await deskWith({ hourMegabytes: 1 });
    await desk.store.addTraffic({ hour: indiaHour(start), received: 900_000, sent: 200_000 });
    await engine.syncNow();
    expect(await missing()).toBe(4);
    await engine.stop();
    const again = desk.engine({ clock });
    engines.push(again);
    expect(await again.status()).toMatchObject({ scansMissing: 4 });
    expect((await again.status()).bytesReceived).toBeGreaterThan(900_000);
    expect((await again.status()).scansWaitUntil).not.toBeNull();
  });
});
