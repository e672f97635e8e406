import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Outcome } from '../../../shared/domain/decision.ts';
import { deviceId } from '../../../shared/domain/ids.ts';
import { openMemoryStore } from '../../../electron/storage/open-memory-store.ts';
import { seriesFromDevice } from '../../../electron/storage/series-from-device.ts';
import type { RegisterEntry, Store } from '../../../electron/storage/store.ts';
import {
  accepted,
  conflict,
  decide,
  did,
  identity,
  later,
  pull,
  refused,
  requestLine,
  today,
} from '../../contract/store-fixture.ts';

const requests = Array.from({ length: 12 }, (_each, n) => n + 1);

interface Work {
  request: number;
  outcome: Outcome;
  /** Undone before the sealing: it never gets a number. */
  isUndone: boolean;
  isSealedByHand: boolean;
  answer: 'accepted' | 'refused' | 'conflict' | 'none';
}

const work: fc.Arbitrary<Work> = fc.record({
  request: fc.constantFrom(...requests),
  outcome: fc.constantFrom<Outcome>('approve', 'reject', 'return', 'hold'),
  isUndone: fc.boolean(),
  isSealedByHand: fc.boolean(),
  answer: fc.constantFrom<Work['answer']>('accepted', 'refused', 'conflict', 'none'),
});

/** A day without a link on one device, and the server's answers in the evening. @returns the day's register. */
async function workADay(store: Store, first: number, works: readonly Work[]): Promise<RegisterEntry[]> {
  await pull(store, ...requests.map((n) => requestLine(n)));
  const done: { n: number; each: Work }[] = [];
  for (const [index, each] of works.entries()) {
    const n = first + index;
    const recorded = await store.recordDecision(decide(n, each.request, each.outcome));
    if (!recorded.ok) continue;
    if (each.isUndone) await store.undoDecision(did(n), later, identity.officer.id);
    else done.push({ n, each });
    if (each.isSealedByHand) await store.sealDecisions({ ids: [did(n)] }, later);
  }
  await store.sealDecisions({ due: true }, '2026-10-05T12:00:00.000Z');
  const sealed = done.map(({ n }) => did(n));
  await store.markSent(sealed, later);
  const answers = done.flatMap(({ n, each }) => {
    const decision = decide(n, each.request, each.outcome);
    if (each.answer === 'none') return [];
    if (each.answer === 'refused') return [refused(decision)];
    return [each.answer === 'accepted' ? accepted(decision) : conflict(decision, null)];
  });
  await store.applyAnswers(answers, later, today);
  const register = await store.register(today);
  expect(new Set(register.map(({ decisionId }) => decisionId))).toEqual(new Set(sealed));
  const voids = done.filter(({ each }) => each.answer === 'refused' || each.answer === 'conflict').length;
  expect(register.filter(({ voidWhy }) => voidWhy !== null)).toHaveLength(voids);
  for (const entry of register) expect((await store.order(entry.decisionId))?.orderNo).toBe(entry.orderNo);
  return register;
}

function sequencesOf(register: readonly RegisterEntry[]): number[] {
  return register.map(({ orderNo }) => Number(orderNo.split('/').at(-1)));
}

it('two devices of an office, a day without a link each: no number twice, and none missing', async () => {
  const days = fc.tuple(fc.array(work, { maxLength: 15 }), fc.array(work, { maxLength: 15 }), fc.boolean());
  await fc.assert(
    fc.asyncProperty(days, async ([firstDay, secondDay, isOldServer]) => {
      const other = deviceId.parse('device-2');
      const first = openMemoryStore(identity);
      const series = isOldServer ? seriesFromDevice(other) : 'B';
      const second = openMemoryStore({ ...identity, deviceId: other, series });
      const registers = [await workADay(first, 1, firstDay), await workADay(second, 1000, secondDay)];
      for (const register of registers) {
        expect(sequencesOf(register)).toEqual(register.map((_entry, index) => index + 1));
      }
      const numbers = registers.flat().map(({ orderNo }) => orderNo);
      expect(new Set(numbers).size).toBe(numbers.length);
      await first.close();
      await second.close();
    }),
    { numRuns: 40 },
  );
});
