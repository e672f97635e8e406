import { afterEach, describe, expect, it, vi } from 'vitest';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { requestId, type BlobHash } from '../../../shared/domain/ids.ts';
import { keptPullChoice, type PullChoice } from '../../../shared/sync/pull-choice.ts';
import type { SyncEngine } from '../../../electron/sync/engine.ts';
import { PullGate } from '../../../electron/sync/pull-gate.ts';
import { pullRun } from '../../../electron/sync/pull-run.ts';
import type { ServerSession } from '../../../electron/sync/server-session.ts';
import type { Transport } from '../../../electron/sync/transport.ts';
import type { SettingName } from '../../../electron/storage/setting-name.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { strangerDesk } from '../../support/sync/sync-desk.ts';
import { manualClock } from '../../support/time/manual-clock.ts';
import { answerPage, endLine, halfServer, itemLine, serverTime, sha256 } from './half-server.ts';
import { answerJson } from './hostile-server.ts';

const start = Date.parse('2026-11-20T10:10:00.000+05:30');
const minute = 60_000;
const pictures = [1, 2, 3].map((nth) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200_000, nth)]),
);
/** Received so that the first is overdue, the others due in December. */
const received = ['2026-10-01', '2026-11-18', '2026-11-19'];

const engines: SyncEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop();
});

function requestWithScan(nth: number) {
  const bytes = pictures[nth] ?? Buffer.alloc(0);
  const scan = { hash: sha256(bytes) as BlobHash, size: bytes.length, mime: 'image/jpeg' as const };
  const documents = [
    { id: 'doc', kind: 'application', need: 'needed', scan: { ...scan, pages: 1, masked: true } } as const,
  ];
  const day = received[nth] ?? '2026-11-19';
  return sampleRequest({
    id: requestId.parse(`req-${nth + 1}`),
    receivedOn: day,
    documents,
  });
}

/** A desk whose server has three requests on two pages, and says that thousands are behind the first. */
async function deskWith(given: {
  settings?: Partial<Record<SettingName, number>>;
  estimate?: Record<string, number> | null;
}) {
  const pushed: string[] = [];
  const asked: string[] = [];
  const server = await halfServer({
    changes: (response, _request, url) => {
      const from = url.searchParams.get('cursor');
      asked.push(from ?? 'start');
      const second = [1, 2].map((nth) => itemLine(nth + 1, { body: requestWithScan(nth) }));
      if (from === null)
        answerPage(response, [
          itemLine(1, { body: requestWithScan(0) }),
          endLine('c1', { more: true, remaining: 9_000 }),
        ]);
      else answerPage(response, from === 'c1' ? [...second, endLine('c3')] : [endLine('c3')]);
    },
    ...(given.estimate && {
      estimate: (response) => answerJson(response, { ...given.estimate, serverTime }),
    }),
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
  await set(given.settings ?? {});
  const clock = manualClock(start);
  const engine = desk.engine({ clock });
  engines.push(engine);
  const choose = async (choice: PullChoice | null) => {
    await set({ ...keptPullChoice(choice, choice === null ? null : '2026-11-20') });
    engine.pullChosen();
  };
  const here = async () => (await desk.store.slimRows(null, 10)).total;
  return { desk, engine, clock, pushed, asked, choose, here, set };
}

const heavy = { items: 9_000, bytes: 40_000_000, scans: 3_000, scanBytes: 600_000_000 };

describe('a large pull', () => {
  it('waits for the officer where it would use up the data limit, and decisions go all the same', async () => {
    const { desk, engine, pushed, choose, here } = await deskWith({
      settings: { dayMegabytes: 5 },
      estimate: heavy,
    });
    await engine.syncNow();
    expect(await here()).toBe(1);
    const { pull, lastCompleteAt } = await engine.status();
    expect(pull).toMatchObject({ choice: null, changesWait: true, size: { items: 9_000, scans: 3_001 } });
    expect(pull.size?.bytesTo).toBeGreaterThan(600_000_000);
    expect(lastCompleteAt).toBeNull();
    const decided = await desk.decide(requestId.parse('req-1'), 'hold', start);
    await engine.syncNow();
    expect(pushed).toEqual([decided]);
    expect(await here()).toBe(1);

    await choose('all');
    await vi.waitFor(async () => expect(await here()).toBe(3));
    await vi.waitFor(async () => expect((await engine.status()).scansMissing).toBe(0));
    expect((await engine.status()).pull.changesWait).toBe(false);
  });

  it('comes after a quarter of an hour when nobody answers', async () => {
    const { engine, clock, here } = await deskWith({ settings: { dayMegabytes: 5 }, estimate: heavy });
    engine.start();
    await vi.waitFor(async () => expect((await engine.status()).pull.changesWait).toBe(true));
    await vi.waitFor(async () => expect((await engine.status()).step).toBe('idle'));
    clock.advance(16 * minute);
    await vi.waitFor(async () => expect(await here()).toBe(3));
  });

  it('comes unasked from a server without estimates, and where the office wants no question', async () => {
    const without = await deskWith({ settings: { dayMegabytes: 5 }, estimate: null });
    await without.engine.syncNow();
    expect(await without.here()).toBe(3);
    const off = await deskWith({ settings: { dayMegabytes: 5, askMinutes: 0 }, estimate: heavy });
    await off.engine.syncNow();
    expect(await off.here()).toBe(3);
    expect((await off.engine.status()).pull).toMatchObject({ size: null, leftOut: { scans: 0 } });
  });

  it('put off keeps changes and scans waiting for the day, and decisions go', async () => {
    const { desk, engine, clock, pushed, asked, choose, here } = await deskWith({ estimate: null });
    await engine.syncNow();
    await choose('later');
    const before = asked.length;
    const { lastReceived } = await desk.store.limitFacts();
    expect(lastReceived).toBe(instantOf(start));
    clock.advance(2 * minute);
    const decided = await desk.decide(requestId.parse('req-2'), 'hold', start);
    await engine.syncNow();
    expect(pushed).toEqual([decided]);
    expect(asked.length).toBe(before);
    expect(await here()).toBe(3);
    // An answer to a decision confirms no master data.
    const facts = await desk.store.limitFacts();
    expect(facts.lastReceived).toBe(lastReceived);
    expect(facts.lastContact).not.toBe(lastReceived);
    clock.jumpTo(start + 24 * 60 * minute);
    expect((await engine.status()).pull).toMatchObject({ choice: null });
  });
});

it('does not pause in the middle of what fits the data limit', async () => {
  let bytesLeft = 50_000_000;
  const estimate = { items: 9_000, bytes: 30_000_000, scans: 0, scanBytes: 0, serverTime };
  const settings = { askMinutes: 1 } as Record<string, number>;
  const gate = new PullGate({
    store: {
      setting: async (name) => settings[name] ?? null,
      missingScans: async () => ({ scans: 0, bytes: 0 }),
      cursor: async () => 'c1',
    },
    transport: {
      call: async () => ({ ok: true, value: estimate }),
      traffic: () => ({ bytesReceived: 0, bytesSent: 0, bytesPerSecond: 4000, isThin: true }),
    } as unknown as Transport,
    session: { run: (_signal, work) => work('token') } as ServerSession,
    budget: { bytesLeft: async () => bytesLeft },
    today: () => '2026-11-20',
    now: () => start,
  });
  const run = { ...pullRun(), total: 10_000, items: 1_000, bytes: 3_000_000 };
  const page = () => gate.pageCame(run, run.bytes, new AbortController().signal);
  await page();
  expect(await gate.state()).toMatchObject({ size: { items: 9_000 } });
  expect(await gate.changesWaitUntil()).toBeNull();
  run.items = 8_000;
  bytesLeft = 26_000_000;
  await page();
  expect(await gate.changesWaitUntil()).toBeNull();
  bytesLeft = 2_000_000;
  expect(await gate.changesWaitUntil()).not.toBeNull();
});

describe('only what is needed', () => {
  it('brings changes whole, scans that are due soon or of begun reviews, and tells what is left out', async () => {
    const { desk, engine, choose, set, here } = await deskWith({ estimate: null });
    await set({ ...keptPullChoice('needed', null) });
    await engine.syncNow();
    expect(await here()).toBe(3);
    expect(await engine.status()).toMatchObject({
      scansMissing: 2,
      lastCompleteAt: null,
      pull: { choice: 'needed', choiceDay: null, leftOut: { scans: 2, bytes: 400_008 } },
    });
    const draft = {
      ...{ outcome: null, remarks: 'शुरू', reasonCodes: [], overrides: [] },
      ...{ checklist: [], verdicts: [], pins: [] },
    };
    await desk.store.saveDraft(requestId.parse('req-3'), draft, instantOf(start));
    await engine.syncNow();
    expect(await engine.status()).toMatchObject({ scansMissing: 1, pull: { leftOut: { scans: 1 } } });
    await choose(null);
    await vi.waitFor(async () => expect((await engine.status()).scansMissing).toBe(0));
    expect((await engine.status()).pull.leftOut).toEqual({ scans: 0, bytes: 0 });
  });
});
