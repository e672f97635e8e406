import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClockReading } from '../../../shared/domain/trusted-clock.ts';
import { openMemoryStore } from '../../../electron/storage/open-memory-store.ts';
import { trustedTime } from '../../../electron/sync/trusted-time.ts';
import {
  at as enrolled,
  contentOf,
  did,
  identity,
  pull,
  recorded,
  requestLine,
} from '../../contract/store-fixture.ts';
import { realClock, strangerDesk } from '../../support/sync/sync-desk.ts';
import { halfServer, serverTime } from './half-server.ts';

const hour = 3_600_000;
const now = Date.parse('2026-11-20T06:00:00.000Z');
const alone = (): ClockReading => ({ wall: now, uptime: now, boot: null, run: '' });

it('carries on the server’s time, and tells how far the PC is ahead', () => {
  const time = trustedTime(alone);
  time.note('2026-11-18T06:00:00.000Z', now);
  expect(time.today()).toBe('2026-11-18');
  expect(time.skew()).toBe(2 * 24 * hour);
});

it.each(['9990-12-31T00:00:00.000Z', '1999-12-31T23:59:59.999Z', 'tomorrow'])('ignores %s', (serverTime) => {
  const time = trustedTime(alone);
  time.note(serverTime, now);
  expect(time.today()).toBe('2026-11-20');
  expect(time.skew()).toBeNull();
  expect(time.kept()).toBeNull();
});

it('is not moved by a clock that is set while an answer is on its way', () => {
  const pc = { wall: now, uptime: hour };
  const time = trustedTime(() => ({ ...pc, boot: null, run: 'run-1' }));
  pc.wall = now + 9 * 24 * hour;
  time.note('2026-11-20T06:00:00.000Z', now);
  expect(time.skew()).toBe(9 * 24 * hour);
});

it('never goes back in one run, but by the server’s word', () => {
  const pc = { wall: now, uptime: hour };
  const time = trustedTime(() => ({ ...pc, boot: null, run: 'run-1' }));
  time.note('2026-11-20T06:00:00.000Z', now);
  pc.uptime += 30 * hour;
  expect(time.today()).toBe('2026-11-21');
  pc.uptime -= 30 * hour;
  expect(time.today()).toBe('2026-11-21');
  time.note('2026-11-20T07:00:00.000Z', pc.wall);
  expect(time.today()).toBe('2026-11-20');
});

describe('over a restart of the app', () => {
  /** A desk whose PC was set back by three days and whose server answered once; then its engine ended. */
  async function keptDesk() {
    const server = await halfServer({});
    const desk = strangerDesk(server.url);
    const pc = { wall: Date.parse(serverTime) - 72 * hour, uptime: 9 * hour, boot: 'boot-1', run: 'run-1' };
    const clock = { ...realClock, now: () => pc.wall, reading: () => ({ ...pc }) };
    const engine = desk.engine({ clock });
    await engine.syncNow();
    expect(await engine.status()).toMatchObject({ isTimeSure: true, skewMinutes: -72 * 60 });
    await engine.stop();
    await server.close();
    /** Starts again without a link; tells what the strip shows. */
    const startAgain = async () => {
      pc.run = 'run-2';
      const next = desk.engine({ clock });
      await next.syncNow();
      const { today, skewMinutes, isTimeSure } = await next.status();
      await next.stop();
      return { today, skewMinutes, isTimeSure };
    };
    return { pc, startAgain };
  }

  it('keeps the trusted day though the PC’s clock was set again', async () => {
    const { pc, startAgain } = await keptDesk();
    pc.uptime += 30 * hour;
    pc.wall = Date.parse('2031-05-05T00:00:00.000Z');
    expect(await startAgain()).toMatchObject({ today: '2026-11-21', isTimeSure: true });
  });

  it('says that it is not sure after a new start of the machine, and never goes behind the last day', async () => {
    const { pc, startAgain } = await keptDesk();
    Object.assign(pc, { boot: 'boot-2', uptime: 60_000, wall: Date.parse('2015-01-01T00:00:00.000Z') });
    expect(await startAgain()).toMatchObject({ today: '2026-11-20', isTimeSure: false });
  });
});

it('no order rests on a clock: decisions leave in the order of recording, whatever the clocks told', async () => {
  const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  const moments = fc.array(moment, { minLength: 2, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(moments, moment, async (recordedAts, sealedAt) => {
      const store = openMemoryStore(identity);
      await pull(store, ...recordedAts.map((_, n) => requestLine(n + 1)));
      for (const [n, recordedAt] of recordedAts.entries()) {
        const content = contentOf(n + 1, n + 1, { recordedAt: recordedAt.toISOString() });
        await store.recordDecision(recorded(content, enrolled));
        await store.sealDecisions({ ids: [did(n + 1)] }, sealedAt.toISOString());
      }
      const sent = await store.unsent('2100-01-01T00:00:00.000Z', 10);
      expect(sent.map(({ id }) => id)).toEqual(recordedAts.map((_, n) => did(n + 1)));
      expect(sent.map(({ sequence }) => sequence)).toEqual(recordedAts.map((_, n) => n + 1));
      await store.close();
    }),
    { numRuns: 10 },
  );
});
