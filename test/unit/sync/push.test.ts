import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { StorageError } from '../../../electron/storage/storage-error.ts';
import { sampleKeys } from '../../support/sync/device-keys.ts';
import { manualClock } from '../../support/time/manual-clock.ts';
import { accepted, decidedDesk, statesOf, type Pushed } from './decided-desk.ts';
import { serverTime, type HalfServerAnswers } from './half-server.ts';
import { answerError, answerHtml, answerJson } from './hostile-server.ts';

/** A desk with `count` sealed decisions that are to leave. */
const deskWith = (count: number, decisions: NonNullable<HalfServerAnswers['decisions']>) =>
  decidedDesk(count, { decisions });

describe('a push', () => {
  it('marks decisions as sent before the first byte leaves', async () => {
    const seen: unknown[] = [];
    const made = await deskWith(2, (response, pushed) => {
      void statesOf(made.desk, made.ids).then((states) => {
        seen.push(...states);
        answerJson(response, { answers: pushed.map((item) => accepted(item)), serverTime });
      });
    });
    const engine = made.desk.engine();
    await engine.syncNow();
    expect(seen).toEqual(['sent', 'sent']);
    expect(await statesOf(made.desk, made.ids)).toEqual(['accepted', 'accepted']);
    await engine.stop();
  });

  it('sends nothing when that cannot be written', async () => {
    let calls = 0;
    const { desk, ids } = await deskWith(1, (response) => {
      calls += 1;
      answerHtml(response);
    });
    const store = {
      ...desk.store,
      markSent: async () => {
        throw new StorageError('disk-full');
      },
    };
    const engine = desk.engine({ store });
    await engine.syncNow();
    expect(calls).toBe(0);
    expect(await engine.status()).toMatchObject({ problem: 'disk-full', unsent: 1, lastCompleteAt: null });
    expect(await statesOf(desk, ids)).toEqual(['sealed']);
    await engine.stop();
  });

  it.each(['markSent', 'applyAnswers'] as const)(
    'goes again by itself when the disk had no room for %s',
    async (call) => {
      const { desk, ids } = await deskWith(2, (response, pushed) => {
        answerJson(response, { answers: pushed.map((item) => accepted(item)), serverTime });
      });
      let isFull = true;
      const store = new Proxy(desk.store, {
        get(target, name, receiver) {
          if (name !== call || !isFull) return Reflect.get(target, name, receiver) as unknown;
          isFull = false;
          return () => Promise.reject(new StorageError('disk-full'));
        },
      });
      const clock = manualClock(Date.now());
      const engine = desk.engine({ store, clock });
      await engine.syncNow();
      expect(await engine.status()).toMatchObject({ problem: 'disk-full', unsent: 2 });
      clock.advance(31_000);
      await vi.waitFor(
        async () => expect(await statesOf(desk, ids)).toEqual(['accepted', 'accepted']),
        10_000,
      );
      expect(await engine.status()).toMatchObject({ problem: null, unsent: 0 });
      await engine.stop();
    },
  );

  it('leaves a decision without its answer unsent, and sends nothing past it', async () => {
    const batches: string[][] = [];
    const { desk, ids } = await deskWith(3, (response, pushed) => {
      batches.push(pushed.map((item) => item.id));
      const answers = batches.length === 1 ? pushed.slice(0, 1) : pushed;
      answerJson(response, { answers: answers.map((item) => accepted(item)), serverTime });
    });
    const engine = desk.engine();
    await engine.syncNow();
    expect(await statesOf(desk, ids)).toEqual(['accepted', 'sent', 'sent']);
    expect(await engine.status()).toMatchObject({ unsent: 2, lastCompleteAt: null });
    expect((await desk.store.outbox()).filter((item) => item.lastError === 'no-answer')).toHaveLength(2);
    await engine.syncNow();
    expect(batches).toEqual([ids, ids.slice(1)]);
    expect(await statesOf(desk, ids)).toEqual(['accepted', 'accepted', 'accepted']);
    await engine.stop();
  });

  it('believes no receipt that the pinned server did not sign, or that is about another text', async () => {
    const { desk, ids } = await deskWith(2, (response, pushed) => {
      const [first, second] = pushed as [Pushed, Pushed];
      const other = { ...second, content: second.content.replace('नमूना', 'अन्य') };
      const answers = [accepted(first, sampleKeys().deviceKey), { ...accepted(other), id: second.id }];
      answerJson(response, { answers, serverTime });
    });
    const engine = desk.engine();
    await engine.syncNow();
    expect(await statesOf(desk, ids)).toEqual(['sent', 'sent']);
    expect(await engine.status()).toMatchObject({ unsent: 2, lastCompleteAt: null });
    const audit = await desk.store.audit(0, 1000);
    expect(audit.find((row) => row.action === 'sync-answers-ignored')?.detail).toEqual({
      strangers: 0,
      unproven: 2,
    });
    await engine.stop();
  });

  it('ignores and notes an answer for what was never sent, and one that comes twice', async () => {
    const { desk, ids } = await deskWith(1, (response, pushed) => {
      const [only] = pushed as [Pushed];
      const refusal = { result: 'refused', reason: 'unreadable', message: '', linkTaken: true };
      const answers = [
        { id: randomUUID(), ...refusal },
        accepted(only),
        accepted(only),
        { id: only.id, ...refusal },
      ];
      answerJson(response, { answers, serverTime });
    });
    const engine = desk.engine();
    await engine.syncNow();
    expect(await statesOf(desk, ids)).toEqual(['accepted']);
    const audit = await desk.store.audit(0, 1000);
    expect(audit.find((row) => row.action === 'sync-answers-ignored')?.detail).toEqual({
      strangers: 1,
      unproven: 0,
    });
    await engine.stop();
  });

  it('takes an answer of a form that it does not know for none, and the others for what they are', async () => {
    const { desk, ids } = await deskWith(3, (response, pushed) => {
      const refusal = { result: 'refused', reason: 'moon-in-the-wrong-house', message: '', linkTaken: true };
      const answers = pushed.map((item, nth) => (nth === 1 ? { id: item.id, ...refusal } : accepted(item)));
      answerJson(response, { answers, serverTime });
    });
    const engine = desk.engine();
    await engine.syncNow();
    expect(await statesOf(desk, ids)).toEqual(['accepted', 'sent', 'accepted']);
    expect((await desk.store.outbox()).filter((item) => item.lastError === 'no-answer')).toHaveLength(1);
    await engine.stop();
  });

  it('takes HTML, a gateway’s error and the server’s own failure for no answer', async () => {
    let turn = 0;
    const { desk, ids } = await deskWith(4, (response, pushed) => {
      turn += 1;
      if (turn === 1) {
        answerHtml(response);
        return;
      }
      if (turn === 2) {
        answerHtml(response, 502);
        return;
      }
      if (turn === 3) {
        answerError(response, 'internal', 500);
        return;
      }
      answerJson(response, { answers: pushed.map((item) => accepted(item)), serverTime });
    });
    const engine = desk.engine();
    for (const problem of ['server-nonsense', 'server-failed', 'server-failed', null]) {
      await engine.syncNow();
      expect((await engine.status()).problem).toBe(problem);
    }
    // Halved by the failures; the rest goes in the same attempt.
    expect(await statesOf(desk, ids)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
    await engine.stop();
  });

  /** Halved by the server's failure on all of them: four go as two batches of one step. */
  async function inTwoBatches(second: NonNullable<HalfServerAnswers['decisions']>) {
    const batches: string[][] = [];
    const made = await deskWith(4, (response, pushed, ...rest) => {
      batches.push(pushed.map((item) => item.id));
      if (batches.length === 1) answerError(response, 'internal', 500);
      else if (batches.length === 3) second(response, pushed, ...rest);
      else answerJson(response, { answers: pushed.map((item) => accepted(item)), serverTime });
    });
    return { ...made, batches };
  }

  it('sends the next batch before the answers to the last are kept; when they cannot be, nothing is lost', async () => {
    let isFull = true;
    const made = await inTwoBatches((response, pushed) => {
      answerJson(response, { answers: pushed.map((item) => accepted(item)), serverTime });
    });
    const { desk, ids, batches } = made;
    const store: typeof desk.store = {
      ...desk.store,
      applyAnswers: async (...given) => {
        if (isFull) throw new StorageError('disk-full');
        return desk.store.applyAnswers(...given);
      },
    };
    const engine = desk.engine({ store });
    await engine.syncNow();
    await engine.syncNow();
    expect(batches).toEqual([ids, ids.slice(0, 2), ids.slice(2)]);
    expect(await engine.status()).toMatchObject({ problem: 'disk-full', unsent: 4, lastCompleteAt: null });
    expect(await statesOf(desk, ids)).toEqual(['sent', 'sent', 'sent', 'sent']);
    isFull = false;
    await engine.syncNow();
    expect(await statesOf(desk, ids)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
    expect(await engine.status()).toMatchObject({ problem: null, unsent: 0 });
    await engine.stop();
  });

  it('keeps what was answered when a later batch breaks, and says that it broke', async () => {
    const { desk, ids } = await inTwoBatches((response) => answerHtml(response, 502));
    const engine = desk.engine();
    await engine.syncNow();
    await engine.syncNow();
    expect(await statesOf(desk, ids)).toEqual(['accepted', 'accepted', 'sent', 'sent']);
    expect(await engine.status()).toMatchObject({
      problem: 'server-failed',
      unsent: 2,
      lastCompleteAt: null,
    });
    expect((await desk.store.outbox()).map(({ attempts }) => attempts)).toEqual([2, 2, 2, 2]);
    await engine.syncNow();
    expect(await statesOf(desk, ids)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
    await engine.stop();
  });

  it('halves a batch that did not get through', async () => {
    const sizes: number[] = [];
    const { desk, ids } = await deskWith(4, (response, pushed) => {
      sizes.push(pushed.length);
      if (pushed.length > 1) response.destroy();
      else answerJson(response, { answers: pushed.map((item) => accepted(item)), serverTime });
    });
    const engine = desk.engine();
    for (let attempt = 0; attempt < 5; attempt += 1) await engine.syncNow();
    expect(sizes.slice(0, 3)).toEqual([4, 2, 1]);
    expect(await statesOf(desk, ids)).toContain('accepted');
    await engine.stop();
  });

  it('lets a refusal of one not hold up the others', async () => {
    const { desk, ids } = await deskWith(3, (response, pushed) => {
      const answers = pushed.map((item, nth) =>
        nth === 1
          ? { id: item.id, result: 'refused', reason: 'unreadable', message: 'no', linkTaken: true }
          : accepted(item),
      );
      answerJson(response, { answers, serverTime });
    });
    const engine = desk.engine();
    await engine.syncNow();
    expect(await statesOf(desk, ids)).toEqual(['accepted', 'refused', 'accepted']);
    expect(await engine.status()).toMatchObject({ unsent: 0, refused: 1, problem: null });
    await engine.stop();
  });

  it('keeps what was refused with its link, says so, and sends it again', async () => {
    let isWhole = false;
    const { desk, ids } = await deskWith(3, (response, pushed) => {
      const answers = pushed.map((item, nth) =>
        isWhole || nth === 0
          ? accepted(item)
          : { id: item.id, result: 'refused', reason: 'chain-broken', message: '', linkTaken: false },
      );
      answerJson(response, { answers, serverTime });
    });
    const engine = desk.engine();
    await engine.syncNow();
    expect(await statesOf(desk, ids)).toEqual(['accepted', 'sent', 'sent']);
    expect(await engine.status()).toMatchObject({
      unsent: 2,
      refused: 0,
      problem: 'chain-broken',
      lastCompleteAt: null,
    });
    expect((await desk.store.outbox()).filter((item) => item.lastError === 'chain-broken')).toHaveLength(2);
    isWhole = true;
    await engine.syncNow();
    expect(await statesOf(desk, ids)).toEqual(['accepted', 'accepted', 'accepted']);
    expect(await engine.status()).toMatchObject({ unsent: 0, problem: null });
    await engine.stop();
  });
});
