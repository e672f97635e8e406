import { beforeEach, describe, expect, it } from 'vitest';
import type { Applied, Store } from '../../electron/storage/store.ts';
import {
  accepted,
  bilingualName,
  conflict,
  decide,
  did,
  identity,
  later,
  pull,
  refused,
  requestLine,
  rid,
  today,
} from './store-fixture.ts';

/** The part of the acceptance suite about what is told of a row when only the state of its decision goes on. */
export function storeStates(current: () => Store): void {
  describe('the state of a decision', () => {
    let store: Store;
    const approval = decide(1, 1);
    beforeEach(async () => {
      store = current();
      await pull(store, requestLine(1), requestLine(2));
      await store.recordDecision(approval);
      await store.recordDecision(decide(2, 2, 'hold'));
      await store.sealDecisions({ ids: [did(1), did(2)] }, later);
    });

    const rowOf = async (n: number) => (await store.slimRows(null, 10)).rows.find(({ id }) => id === rid(n));

    /** What is told is what the row says from then on, and nothing else of the row changes. */
    async function tellsOnlyThat(change: () => Promise<Applied>, state: string): Promise<void> {
      const before = await rowOf(1);
      const { rows, states = [], removed } = await change();
      expect({ rows, removed }).toEqual({ rows: [], removed: [] });
      const [told] = states;
      expect(states).toEqual([{ id: rid(1), revision: told?.revision, decisionId: did(1), state }]);
      expect(told?.revision).toBeGreaterThan(before?.revision ?? Infinity);
      const decision = { ...before?.decision, state };
      expect(await rowOf(1)).toEqual({ ...before, revision: told?.revision, decision });
    }

    it('is told alone when it is marked, unmarked, and accepted', async () => {
      await tellsOnlyThat(() => store.markSent([did(1)], later), 'sent');
      await tellsOnlyThat(() => store.unmarkSent([did(1)], later), 'sealed');
      await tellsOnlyThat(() => store.markSent([did(1)], later), 'sent');
      await tellsOnlyThat(() => store.applyAnswers([accepted(approval)], later, today), 'accepted');
    });

    it('stays as it was told when the row is made anew for something else', async () => {
      const { states } = await store.markSent([did(1)], later);
      const days = [{ date: '2026-10-08', name: bilingualName('नमूना अवकाश', 'Sample holiday') }];
      const holidays = { year: 2026, districtId: null, days, asOf: '2026-10-01' };
      const line = { cursor: 'h-1', kind: 'holiday-list', id: '2026', version: 1, body: holidays };
      const { rows } = await store.applyChanges([line], 'h-1', later, today);
      const redated = rows.find(({ id }) => id === rid(1));
      expect(redated?.decision).toMatchObject({ id: did(1), state: 'sent' });
      expect(redated?.revision).toBeGreaterThan(states?.[0]?.revision ?? Infinity);
      expect(await rowOf(1)).toEqual(redated);
    });

    it('is told when the server says that it had a decision, even with a receipt that proves nothing', async () => {
      const [sealed = null] = await store.unsent(later, 1);
      const before = await rowOf(1);
      await store.doubtChain(later);
      const answer = accepted(approval, { isForged: true });
      const { states } = await store.takeChain([{ sequence: 1, sealed, answer }], later, today);
      expect(states).toMatchObject([{ id: rid(1), decisionId: did(1), state: 'sent' }]);
      expect(await rowOf(1)).toEqual({
        ...before,
        revision: states?.[0]?.revision,
        decision: { ...before?.decision, state: 'sent' },
      });
    });

    it('says which of those asked for may leave', async () => {
      await store.markSent([did(1)], later);
      expect((await store.markSent([did(1), did(2), did(9)], later)).marked).toEqual([did(1), did(2)]);
      const answers = [accepted(approval)];
      const { marked } = await store.applyAnswers(answers, later, today, undefined, [did(1), did(2)]);
      expect(marked).toEqual([did(2)]);
      expect((await store.applyAnswers(answers, later, today)).marked).toBeUndefined();
    });

    it('counts on: what changes after it is newer', async () => {
      const { states } = await store.markSent([did(1)], later);
      const { rows } = await store.applyAnswers([refused(approval)], later, today);
      expect(rows).toMatchObject([{ id: rid(1), pile: 'to-do', decision: { state: 'refused' } }]);
      expect(rows[0]?.revision).toBeGreaterThan(states?.[0]?.revision ?? Infinity);
    });

    it('is told with the whole row where the clock stands by it', async () => {
      const { rows, states } = await store.markSent([did(2)], later);
      expect(states).toBeUndefined();
      expect(rows).toEqual([await rowOf(2)]);
      expect(rows).toMatchObject([{ paused: true, decision: { state: 'sent' } }]);
    });

    it('is told with the whole row when the request had gone on before it was accepted', async () => {
      await store.markSent([did(1)], later);
      await pull(store, requestLine(1, { version: 2 }));
      const { rows, states } = await store.applyAnswers([accepted(approval)], later, today);
      expect(states).toBeUndefined();
      expect(rows).toMatchObject([
        { id: rid(1), version: 2, pile: 'to-do', decision: { state: 'accepted' } },
      ]);
    });

    it('is told of no row that the officer no longer has', async () => {
      await store.markSent([did(1)], later);
      await pull(store, { ...requestLine(1), version: 2, removed: true, body: null });
      const { rows, states } = await store.applyAnswers([accepted(approval)], later, today);
      expect([rows, states]).toEqual([[], undefined]);
    });

    it('of one decision leaves the row of the next alone', async () => {
      await store.markSent([did(1)], later);
      await store.applyAnswers([conflict(approval, requestLine(1, { version: 2 }).body)], later, today);
      const actor = identity.officer.id;
      await store.endConflict({ id: did(1), how: 'decide-again', actor, at: later });
      await store.recordDecision(decide(3, 1, 'approve', 2));
      const before = await rowOf(1);
      expect(before).toMatchObject({ decision: { id: did(3), state: 'recorded' } });
      await store.markSent([did(1)], later);
      await store.unmarkSent([did(1)], later);
      expect(await rowOf(1)).toEqual(before);
    });
  });
}
