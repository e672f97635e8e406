import { describe, expect, it } from 'vitest';
import { requestId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { manualClock } from '../../support/time/manual-clock.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { strangerDesk, type SyncDesk } from '../../support/sync/sync-desk.ts';
import { deadAddress, hostileServer } from './hostile-server.ts';
import { answerPage, endLine, halfServer } from './half-server.ts';

const start = Date.parse('2026-11-20T10:00:00.000Z');
const minute = 60_000;
const one = requestId.parse('req-1');

async function withRequest(desk: SyncDesk): Promise<void> {
  const line = { cursor: 'c1', kind: 'request', id: one, version: 1, body: sampleRequest({ id: one }) };
  await desk.store.applyChanges([line], 'c1', instantOf(start), '2026-11-20');
}

/** Lets what is under way reach its next rest: real sockets take real time. */
async function until(isReached: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await isReached())) {
    if (Date.now() > end) throw new Error('Never reached');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('the engine', () => {
  it('seals by the grace period without any link', async () => {
    const clock = manualClock(start);
    const desk = strangerDesk(await deadAddress());
    await withRequest(desk);
    const engine = desk.engine({ clock });
    engine.start();
    await until(async () => (await engine.status()).problem === 'offline');
    const id = await desk.decide(one, 'approve', clock.now(), clock.now() + 10 * minute);
    engine.poke();
    await until(async () => (await engine.status()).step === 'waiting');
    clock.advance(9 * minute);
    await until(async () => (await engine.status()).step === 'waiting');
    expect((await desk.store.decision(id))?.state).toBe('recorded');
    clock.advance(minute + 1);
    await until(async () => (await desk.store.decision(id))?.state !== 'recorded');
    await engine.stop();
    expect((await desk.store.decision(id))?.sealed).not.toBeNull();
    expect(desk.faults).toEqual([]);
  });

  it('comes back by itself: soon after a failure, later and later, never later than the interval', async () => {
    let calls = 0;
    const server = await hostileServer((_request, response) => {
      calls += 1;
      response.destroy();
    });
    const clock = manualClock(start);
    const desk = strangerDesk(server.url);
    await desk.store.writeSettings({ syncMinutes: 1 }, desk.identity.officer.id, instantOf(start));
    const engine = desk.engine({ clock });
    engine.start();
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await until(async () => calls === attempt && (await engine.status()).step === 'waiting');
      const { nextTryAt, problem } = await engine.status();
      expect(problem).toBe('offline');
      const wait = Date.parse(nextTryAt ?? '') - clock.now();
      waits.push(wait);
      clock.advance(wait);
    }
    expect(waits[0]).toBeLessThanOrEqual(5000);
    expect(waits[2]).toBeGreaterThan(waits[0] ?? Infinity);
    expect(Math.max(...waits)).toBeLessThanOrEqual(minute);
    await engine.stop();
  });

  it('comes periodically, by the setting, also when it is changed', async () => {
    const clock = manualClock(start);
    let pulls = 0;
    const server = await halfServer({
      changes: (response, _request, url) => {
        pulls += 1;
        answerPage(response, [endLine(url.searchParams.get('cursor') ?? 'c0')]);
      },
    });
    const desk = strangerDesk(server.url);
    const engine = desk.engine({ clock });
    engine.start();
    const isAtRest = async () => (await engine.status()).step === 'idle' && pulls > 0;
    await until(isAtRest);
    clock.advance(13 * minute);
    await until(isAtRest);
    expect(pulls).toBe(1);
    clock.advance(4 * minute);
    await until(() => pulls === 2);
    await until(isAtRest);
    await desk.store.writeSettings({ syncMinutes: 2 }, desk.identity.officer.id, instantOf(clock.now()));
    engine.poke();
    await until(isAtRest);
    clock.advance(2.5 * minute);
    await until(() => pulls === 3);
    await engine.stop();
  });

  it('does not stand still when the PC clock is set back by years', async () => {
    const clock = manualClock(start);
    let pulls = 0;
    const server = await halfServer({
      changes: (response, _request, url) => {
        pulls += 1;
        answerPage(response, [endLine(url.searchParams.get('cursor') ?? 'c0')]);
      },
    });
    const desk = strangerDesk(server.url);
    const engine = desk.engine({ clock });
    engine.start();
    await until(async () => pulls === 1 && (await engine.status()).step === 'idle');
    clock.jumpTo(start - 10 * 365 * 24 * 60 * minute);
    engine.poke();
    await until(async () => pulls === 2 && (await engine.status()).step === 'idle');
    const { today, skewMinutes } = await engine.status();
    expect(today).toBe('2026-11-20');
    expect(skewMinutes).toBeLessThan(-9 * 365 * 24 * 60);
    await engine.stop();
  });

  it('stops at once in the middle of a silent answer, and resolves what waited for it', async () => {
    const server = await hostileServer(() => undefined);
    const desk = strangerDesk(server.url);
    const engine = desk.engine();
    const attempt = engine.syncNow();
    await until(() => server.asked.length === 1);
    await engine.stop();
    await attempt;
    await engine.syncNow();
    expect(server.asked.length).toBe(1);
    expect(desk.faults).toEqual([]);
  });

  it('tells the status as it goes: connecting, receiving, and where it ends', async () => {
    // Longer than the pause between two readings of the status.
    const slow = 300;
    const server = await halfServer({
      sessionAfter: slow,
      changes: (response, _request, url) =>
        setTimeout(() => answerPage(response, [endLine(url.searchParams.get('cursor') ?? 'c0')]), slow),
    });
    const desk = strangerDesk(server.url);
    const engine = desk.engine();
    await engine.syncNow();
    await until(() => desk.statuses.at(-1)?.lastCompleteAt !== null);
    const told = desk.statuses.map((status) => status.step);
    expect(told).toContain('connecting');
    expect(told).toContain('receiving');
    expect(told.at(-1)).toBe('idle');
    expect(desk.statuses.at(-1)?.bytesReceived).toBeGreaterThan(0);
    await engine.stop();
  });
});
