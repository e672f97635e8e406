import { beforeEach, describe, expect, it } from 'vitest';
import { atSignOff } from '../../shared/domain/sealing.ts';
import type { Store } from '../../electron/storage/store.ts';
import {
  accepted,
  at,
  contentOf,
  decide,
  did,
  identity,
  later,
  pull,
  recorded,
  requestLine,
  rid,
  sendDecision,
  today,
} from './store-fixture.ts';

/** The part of the acceptance suite about the day's sign-off and what the office's limits are measured on. */
export function storeSignOff(current: () => Store): void {
  let store: Store;
  const actor = identity.officer.id;
  const signOff = (...ns: number[]) => store.signOff({ ids: ns.map(did), actor, day: today }, later);
  const signOffRows = async () =>
    (await store.audit(0, 1000)).filter((row) => row.action === 'day-signed-off');

  describe('the sign-off of the day', () => {
    beforeEach(async () => {
      store = current();
      await pull(store, requestLine(1), requestLine(2), requestLine(3));
      await store.recordDecision(recorded(contentOf(1, 1), atSignOff));
      const reject = contentOf(2, 2, { outcome: 'reject', reasonCodes: ['R02'] });
      await store.recordDecision(recorded(reject, atSignOff));
    });

    it('lists what is recorded in the order of recording, and nothing else', async () => {
      expect(await store.signOffItems()).toMatchObject([
        { decisionId: did(1), requestId: rid(1), outcome: 'approve', reasonCodes: [], sealsAt: atSignOff },
        { decisionId: did(2), requestId: rid(2), outcome: 'reject', reasonCodes: ['R02'], recordedAt: at },
      ]);
      await store.undoDecision(did(1), at, actor);
      await signOff(2);
      expect(await store.signOffItems()).toEqual([]);
    });

    it('lets nothing that waits for it be sealed by time, nor by its name alone', async () => {
      expect(await store.nextSealAt(at)).toBeNull();
      await store.sealDecisions({ due: true }, '2090-01-01T00:00:00.000Z');
      await store.sealDecisions({ ids: [did(1), did(2)] }, later);
      expect(await store.counts(at)).toMatchObject({ undoable: 2, unsent: 0 });
    });

    it('seals together in the order of recording, with one row of who, when, how many and which', async () => {
      const { applied, outcome } = await signOff(2, 1);
      expect(outcome).toMatchObject({
        sealed: [{ decisionId: did(1) }, { decisionId: did(2) }],
        waiting: [],
        sealedBefore: [],
        undone: [],
      });
      expect(applied.rows.map((row) => row.decision?.state)).toEqual(['sealed', 'sealed']);
      const orderNos = (await store.outbox()).map((item) => item.orderNo).reverse();
      expect(outcome.sealed.map(({ orderNo }) => orderNo)).toEqual(orderNos);
      expect((await store.unsent(later, 10)).map(({ id }) => id)).toEqual([did(1), did(2)]);
      expect(await signOffRows()).toMatchObject([
        { at: later, actor, subject: today, detail: { count: 2, decisions: `${did(1)},${did(2)}` } },
      ]);
    });

    it('names what was sealed or undone meanwhile, and seals the rest', async () => {
      await pull(store, requestLine(4));
      await store.recordDecision(decide(3, 3));
      await store.recordDecision(decide(4, 4));
      await store.sealDecisions({ ids: [did(3)] }, at);
      await store.undoDecision(did(4), at, actor);
      const { outcome } = await signOff(1, 2, 3, 4);
      expect(outcome.sealed.map(({ decisionId }) => decisionId)).toEqual([did(1), did(2)]);
      expect(outcome).toMatchObject({ sealedBefore: [did(3)], undone: [did(4)] });
      expect(await signOffRows()).toHaveLength(1);
    });

    it('asked a second time, seals nothing and writes nothing', async () => {
      await signOff(1, 2);
      const before = (await store.audit(0, 1000)).length;
      const { outcome, applied } = await signOff(1, 2);
      expect(outcome).toEqual({ sealed: [], waiting: [], sealedBefore: [did(1), did(2)], undone: [] });
      expect(applied.rows).toEqual([]);
      expect(await store.audit(0, 1000)).toHaveLength(before);
    });
  });

  describe('what the limits are measured on', () => {
    beforeEach(async () => {
      store = current();
      await pull(store, requestLine(1), requestLine(2));
    });

    it('is the oldest decision without an answer, from recording to the receipt', async () => {
      expect(await store.limitFacts()).toMatchObject({ oldestUnsentAt: null, waiting: 0 });
      const first = recorded(contentOf(1, 1), atSignOff);
      await store.recordDecision(first);
      await store.recordDecision(recorded(contentOf(2, 2, { recordedAt: later }), later));
      const waiting = { waiting: 1, oldestWaitingAt: at };
      expect(await store.limitFacts()).toMatchObject({ oldestUnsentAt: at, ...waiting });
      await signOff(1);
      await store.markSent([did(1)], later);
      expect(await store.limitFacts()).toMatchObject({
        ...{ oldestUnsentAt: at, waiting: 0, oldestWaitingAt: null },
      });
      await store.applyAnswers([accepted(first)], later, today);
      expect(await store.limitFacts()).toMatchObject({ oldestUnsentAt: later });
    });

    it('is no decision that was undone or answered', async () => {
      await store.recordDecision(decide(1, 1));
      await store.undoDecision(did(1), at, actor);
      const other = decide(2, 2);
      await sendDecision(store, other);
      await store.applyAnswers([accepted(other)], later, today);
      expect((await store.limitFacts()).oldestUnsentAt).toBeNull();
    });

    it('is the last contact, and when master data came by whatever way', async () => {
      expect(await store.limitFacts()).toMatchObject({ lastContact: null, masterReceivedAt: null });
      const body = { year: 2026, districtId: null, days: [] };
      const line = { cursor: 'c-9', kind: 'holiday-list', id: '2026-state', version: 1, body };
      await store.applyChanges([line], 'c-9', later, today);
      await store.noteContact(at);
      expect(await store.limitFacts()).toMatchObject({ lastContact: at, masterReceivedAt: later });
      await store.noteReceived(at);
      await store.noteContact(later);
      expect(await store.limitFacts()).toMatchObject({ lastContact: later, lastReceived: at });
    });

    it('notes that all was received with the last lines, and not with those before', async () => {
      await store.applyChanges([requestLine(7)], 'c-7', at, today);
      expect((await store.limitFacts()).lastReceived).toBeNull();
      await store.applyChanges([requestLine(8)], 'c-8', later, today, true);
      expect((await store.limitFacts()).lastReceived).toBe(later);
    });
  });
}
