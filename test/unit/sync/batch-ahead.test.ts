import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { requestId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { StorageError } from '../../../electron/storage/storage-error.ts';
import type { SyncEngineOptions } from '../../../electron/sync/sync-engine.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { realClock, type SyncDesk } from '../../support/sync/sync-desk.ts';
import { accepted, decidedDesk, statesOf } from './decided-desk.ts';
import { serverTime, type HalfServerAnswers } from './half-server.ts';
import { answerError, answerJson } from './hostile-server.ts';

type Answer = NonNullable<HalfServerAnswers['decisions']>;

const answerAll: Answer = (response, pushed) =>
  answerJson(response, { answers: pushed.map((item) => accepted(item)), serverTime });

/**
 * Five that never left, behind two on which the server failed before. They go by one, then by two, and two more are
 * marked while those two are on their way. @param third what is answered to those two.
 */
async function markedAhead(
  third: Answer,
  options: (desk: SyncDesk) => Partial<SyncEngineOptions> = () => ({}),
) {
  const batches: string[][] = [];
  const { desk, ids } = await decidedDesk(2, {
    decisions: (response, pushed) => {
      batches.push(pushed.map((item) => item.id));
      if (batches.length === 1) answerError(response, 'internal', 500);
      else if (batches.length === 3) third(response, pushed);
      else answerAll(response, pushed);
    },
  });
  const engine = desk.engine(options(desk));
  await engine.syncNow();
  for (const nth of [2, 3, 4, 5, 6]) {
    const id = requestId.parse(`req-${nth}`);
    const line = { cursor: `c${nth}`, kind: 'request', id, version: 1, body: sampleRequest({ id }) };
    await desk.store.applyChanges([line], `c${nth}`, instantOf(Date.now()), '2026-11-20');
    ids.push(await desk.decide(id, 'approve', Date.now()));
  }
  await desk.store.sealDecisions({ due: true }, instantOf(Date.now()));
  const states = () => statesOf(desk, ids);
  return {
    ...{ desk, ids, engine, batches, states },
    attempts: async () => (await desk.store.outbox()).map((item) => item.attempts).reverse(),
    areMarked: () => vi.waitFor(async () => expect((await states()).slice(3, 5)).toEqual(['sent', 'sent'])),
    notSent: async () =>
      (await desk.store.audit(0, 1000)).filter(({ action }) => action === 'decision-not-sent').length,
    async sendsTheRest() {
      for (let attempt = 0; attempt < 4; attempt += 1) await engine.syncNow();
      expect(new Set(await states())).toEqual(new Set(['accepted']));
      await engine.stop();
    },
  };
}

const nothingOfThem = ['sealed', 'sealed', 'sealed', 'sealed'];

describe('the batch that leaves next', () => {
  it('is marked while the one before it is on its way, and counts as under way', async () => {
    const seen: unknown[] = [];
    const made = await markedAhead((response, pushed) => {
      void made.areMarked().then(async () => {
        seen.push(await made.states(), [...made.engine.underWay()]);
        answerAll(response, pushed);
      });
    });
    const { ids, engine, batches, attempts, states } = made;
    await engine.syncNow();
    expect(batches.slice(1)).toEqual([ids.slice(0, 1), ids.slice(1, 3), ids.slice(3, 5), ids.slice(5)]);
    const marked = ['sent', 'sent', 'sent', 'sent', 'sent', 'sealed', 'sealed'];
    expect(seen).toEqual([marked, ids.slice(1, 5)]);
    expect(new Set(await states())).toEqual(new Set(['accepted']));
    expect(await attempts()).toEqual([2, 2, 1, 1, 1, 1, 1]);
    expect(engine.underWay()).toEqual([]);
    await engine.stop();
  });

  it.each<[string, Answer]>([
    ['the server fails on', (response) => answerError(response, 'internal', 500)],
    ['breaks off', (response) => response.destroy()],
    ['is answered in part', (response, pushed) => answerAll(response, pushed.slice(0, 1))],
  ])('is unmarked when the one before it %s', async (_what, third) => {
    const made = await markedAhead(third);
    const { ids, engine, batches, attempts, states } = made;
    await engine.syncNow();
    expect(batches[2]).toEqual(ids.slice(1, 3));
    expect((await states())[2]).toBe('sent');
    expect((await states()).slice(3)).toEqual(nothingOfThem);
    expect((await attempts()).slice(2)).toEqual([1, 0, 0, 0, 0]);
    expect(await made.notSent()).toBe(2);
    expect(engine.underWay()).toEqual([]);
    await made.sendsTheRest();
  });

  it('is unmarked when the app ends meanwhile', async () => {
    const ends: Promise<void>[] = [];
    const made = await markedAhead(() => void ends.push(made.areMarked().then(() => made.engine.stop())));
    await made.engine.syncNow();
    await Promise.all(ends);
    expect(await made.states()).toEqual(['accepted', 'sent', 'sent', ...nothingOfThem]);
  });

  it('is unmarked when the disk takes no note of a stranger among answers; the one that had left stays sent', async () => {
    let isFull = false;
    const stranger = {
      id: randomUUID(),
      result: 'refused',
      reason: 'unreadable',
      message: '',
      linkTaken: true,
    };
    const made = await markedAhead(
      (response, pushed) => {
        isFull = true;
        const answers = [...pushed.map((item) => accepted(item)), stranger];
        void made.areMarked().then(() => answerJson(response, { answers, serverTime }));
      },
      ({ store }) => ({
        store: {
          ...store,
          noteAudit: async (entry) => {
            if (isFull) throw new StorageError('disk-full');
            return store.noteAudit(entry);
          },
        },
      }),
    );
    await made.engine.syncNow();
    expect(made.batches[3]).toEqual(made.ids.slice(3, 5));
    const kept = ['accepted', 'sent', 'sent', 'sent', 'sent', 'sealed', 'sealed'];
    expect(await made.states()).toEqual(kept);
    expect(await made.notSent()).toBe(2);
    isFull = false;
    await made.sendsTheRest();
  });

  it('leaves with nothing of it when one has its answer since it was read', async () => {
    const refusal = { result: 'refused', reason: 'unreadable', message: '', linkTaken: true } as const;
    let hasCome = false;
    const made = await markedAhead(answerAll, ({ store }) => ({
      store: {
        ...store,
        applyAnswers: async (...given) => {
          const [, at, today, , next = []] = given;
          const last = made.ids[5];
          if (!hasCome && last && next.includes(last)) {
            hasCome = true;
            // As a file from a stick would bring it.
            await store.applyAnswers([{ id: last, ...refusal }], at, today);
          }
          return store.applyAnswers(...given);
        },
      },
    }));
    await made.engine.syncNow();
    expect(hasCome).toBe(true);
    const leftAfter = made.batches.slice(3).flat();
    expect(leftAfter).not.toContain(made.ids[5]);
    expect(await made.notSent()).toBe(1);
    await made.engine.syncNow();
    expect(await made.states()).toEqual([...Array<string>(5).fill('accepted'), 'refused', 'accepted']);
    expect(made.engine.underWay()).toEqual([]);
    await made.engine.stop();
  });

  it('is left for the next step when the time of this one is over', async () => {
    let late = 0;
    const clock = { ...realClock, now: () => Date.now() + late };
    const made = await markedAhead(
      (response, pushed) => {
        late = 60_000;
        void made.areMarked().then(() => answerAll(response, pushed));
      },
      () => ({ clock }),
    );
    await made.engine.syncNow();
    expect(await made.notSent()).toBe(2);
    expect(made.batches[3]).toEqual(made.ids.slice(3));
    await made.sendsTheRest();
  });
});
