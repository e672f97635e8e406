import { describe, expect, it, vi } from 'vitest';
import { requestId } from '../../../shared/domain/ids.ts';
import { manualClock, type ManualClock } from '../../support/time/manual-clock.ts';
import type { SyncEngine } from '../../../electron/sync/engine.ts';
import { accepted, decidedDesk, statesOf } from './decided-desk.ts';
import { answerPage, endLine, itemLine, serverTime, type HalfServerAnswers } from './half-server.ts';
import { answerHtml, answerJson } from './hostile-server.ts';

const start = Date.parse('2026-11-20T10:00:00.000Z');
const minute = 60_000;

/** Three pages, one after the other. */
const pages: NonNullable<HalfServerAnswers['changes']> = (response, _request, url) => {
  const nth = Number(url.searchParams.get('cursor')?.slice(1) || '100') + 1;
  const cursor = `c${nth}`;
  answerPage(response, [itemLine(nth), endLine(cursor, { more: nth < 103, remaining: 1 })]);
};

const arrived = requestId.parse('req-103');

/** Time goes on, as the engine asks for it, for so many minutes. */
async function letPass(clock: ManualClock, engine: SyncEngine, minutes: number): Promise<void> {
  const end = clock.now() + minutes * minute;
  while (clock.now() < end) {
    await vi.waitFor(async () => expect((await engine.status()).step).toMatch(/waiting|idle/), 10_000);
    clock.advance(5_000);
  }
}

describe('where only the sending fails', () => {
  it('what answers with a page of its own keeps nothing from coming', async () => {
    const { desk, ids } = await decidedDesk(
      3,
      { changes: pages, decisions: (response) => answerHtml(response, 403) },
      start,
    );
    const engine = desk.engine({ clock: manualClock(start) });
    await engine.syncNow();
    expect(await desk.store.request(arrived)).not.toBeNull();
    expect(await engine.status()).toMatchObject({
      problem: 'server-nonsense',
      unsent: 3,
      lastCompleteAt: null,
    });
    expect(await statesOf(desk, ids)).toEqual(['sent', 'sent', 'sent']);
    await engine.stop();
  });

  it('what the newest send met is told, not what one before it met', async () => {
    let sends = 0;
    const { desk } = await decidedDesk(
      1,
      {
        changes: pages,
        decisions: (response) => {
          sends += 1;
          if (sends === 2) answerHtml(response, 403);
          else response.destroy();
        },
      },
      start,
    );
    const engine = desk.engine({ clock: manualClock(start) });
    for (const problem of ['offline', 'server-nonsense', 'server-failed']) {
      await engine.syncNow();
      expect((await engine.status()).problem).toBe(problem);
    }
    await engine.stop();
  });

  it('a road that breaks it off keeps nothing from coming, and is asked later and later', async () => {
    let sends = 0;
    let isWhole = false;
    const { desk, ids } = await decidedDesk(
      2,
      {
        changes: pages,
        decisions: (response, pushed) => {
          sends += 1;
          if (!isWhole) response.destroy();
          else answerJson(response, { answers: pushed.map((item) => accepted(item)), serverTime });
        },
      },
      start,
    );
    const clock = manualClock(start);
    const engine = desk.engine({ clock });
    engine.start();
    await letPass(clock, engine, 1);
    expect(await desk.store.request(arrived)).not.toBeNull();
    expect(await engine.status()).toMatchObject({
      problem: 'server-failed',
      unsent: 2,
      lastCompleteAt: null,
    });
    const before = sends;
    await letPass(clock, engine, 10);
    // Every five minutes at last, and with the periodic attempts.
    expect(sends - before).toBeLessThanOrEqual(6);
    isWhole = true;
    await letPass(clock, engine, 6);
    expect(await statesOf(desk, ids)).toEqual(['accepted', 'accepted']);
    expect(await engine.status()).toMatchObject({ problem: null, unsent: 0 });
    await engine.stop();
  });

  it('a server that cannot say where the chain stands keeps nothing from coming', async () => {
    const { desk } = await decidedDesk(1, { changes: pages }, start);
    await desk.store.doubtChain('2026-11-20T10:00:00.000Z');
    const fetchButChain: typeof fetch = (input, init) =>
      (input instanceof Request ? input.url : input).toString().endsWith('/v1/chain')
        ? Promise.resolve(new Response('<html>', { status: 500, headers: { 'content-type': 'text/html' } }))
        : fetch(input, init);
    const engine = desk.engine({ clock: manualClock(start), fetch: fetchButChain });
    await engine.syncNow();
    expect(await desk.store.request(arrived)).not.toBeNull();
    expect(await engine.status()).toMatchObject({
      problem: 'server-failed',
      unsent: 1,
      lastCompleteAt: null,
    });
    await engine.stop();
  });
});
