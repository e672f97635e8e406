import { createHash, createPublicKey, verify } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { chainStart, commitmentText, linkText, type DecisionContent } from '../../shared/domain/decision.ts';
import { officerId } from '../../shared/domain/ids.ts';
import type { Store } from '../../electron/storage/store.ts';
import { sampleRequest } from '../support/samples/sample-request.ts';
import {
  accepted,
  at,
  conflict,
  contentOf,
  decide,
  devicePublicKey,
  did,
  identity,
  later,
  pull,
  recorded,
  refused,
  requestLine,
  rid,
  sendDecision,
  today,
} from './store-fixture.ts';

/** The part of the acceptance suite about decisions, from recording to the server's answer. */
export function decisionAcceptance(current: () => Store): void {
  let store: Store;
  beforeEach(() => {
    store = current();
  });
  const rowOf = async (n: number) => (await store.request(rid(n)))?.row;
  const stateOf = async (n: number) => (await store.decision(did(n)))?.state;

  describe('recording', () => {
    beforeEach(async () => {
      await pull(store, requestLine(1), requestLine(2));
    });

    it('moves the request out of the pile at once', async () => {
      const done = await store.recordDecision(decide(1, 1));
      expect(done).toMatchObject({ ok: true, value: { rows: [{ id: rid(1), pile: 'done' }] } });
      expect(await store.nextSealAt(at)).toBe('2026-10-05T07:10:00.000Z');
      expect(await store.counts(at)).toMatchObject({ undoable: 1, unsent: 0 });
      expect((await store.outbox())[0]).toMatchObject({ decisionId: did(1), state: 'recorded' });
    });

    it('answers the same call as before, and records once', async () => {
      await store.recordDecision(decide(1, 1));
      expect((await store.recordDecision(decide(1, 1))).ok).toBe(true);
      expect(await store.outbox()).toHaveLength(1);
    });

    it('refuses another text under the same id', async () => {
      await store.recordDecision(decide(1, 1));
      const other = await store.recordDecision(decide(1, 1, 'reject'));
      expect(other).toEqual({ ok: false, error: { kind: 'already-decided' } });
    });

    it.each([
      ['an unknown request', () => decide(1, 9), 'not-found'],
      ['another version', () => decide(1, 1, 'approve', 2), 'request-changed'],
    ])('refuses %s', async (_what, make, kind) => {
      expect(await store.recordDecision(make())).toEqual({ ok: false, error: { kind } });
      expect(await store.outbox()).toEqual([]);
    });

    it('refuses a second decision while the first stands, and one on a closed request', async () => {
      await store.recordDecision(decide(1, 1));
      expect(await store.recordDecision(decide(2, 1))).toMatchObject({
        error: { kind: 'already-decided' },
      });
      await pull(store, requestLine(2, { version: 2, status: 'approved' }));
      const late = await store.recordDecision(decide(3, 2, 'approve', 2));
      expect(late).toMatchObject({ error: { kind: 'already-decided' } });
    });
  });

  describe('the clock of what was decided here', () => {
    const monthLater = '2026-11-05';
    const clockOf = async () => {
      const { paused = null, dueOn = '' } = (await rowOf(1)) ?? {};
      return { paused, isPast: dueOn < monthLater };
    };

    it.each(['return', 'hold'] as const)(
      'stands still from a %s on, before the server has heard of it, and goes on when that is undone',
      async (outcome) => {
        await pull(store, requestLine(1));
        const before = await rowOf(1);
        await store.recordDecision(decide(1, 1, outcome));
        await store.newDay(monthLater);
        expect(await clockOf()).toEqual({ paused: true, isPast: false });
        await store.undoDecision(did(1), at, identity.officer.id);
        expect(await clockOf()).toEqual({ paused: false, isPast: true });
        expect((await rowOf(1))?.dueOn).toBe(before?.dueOn);
      },
    );

    it('goes by the server’s pauses once its version tells of the decision, or refuses it', async () => {
      await pull(store, requestLine(1));
      const decision = decide(1, 1, 'return');
      await sendDecision(store, decision);
      await store.applyAnswers([accepted(decision)], later, monthLater);
      expect(await clockOf()).toEqual({ paused: true, isPast: false });
      const pauses = [{ from: '2026-10-05', to: '2026-10-07', why: 'returned' as const }];
      await store.applyChanges([requestLine(1, { version: 3, pauses })], 'c-1-3', later, monthLater);
      expect(await clockOf()).toEqual({ paused: false, isPast: true });

      await pull(store, requestLine(2));
      const other = decide(2, 2, 'hold');
      await sendDecision(store, other);
      expect((await rowOf(2))?.paused).toBe(true);
      await store.applyAnswers([refused(other)], later, today);
      expect((await rowOf(2))?.paused).toBe(false);
    });

    it('ends its pause with an approval here', async () => {
      const pauses = [{ from: '2026-10-02', to: null, why: 'on-hold' as const }];
      await pull(store, requestLine(1, { status: 'on-hold', pauses }));
      expect((await rowOf(1))?.paused).toBe(true);
      await store.recordDecision(decide(1, 1));
      expect((await rowOf(1))?.paused).toBe(false);
    });
  });

  describe('undo', () => {
    beforeEach(async () => {
      await pull(store, requestLine(1));
      await store.recordDecision(decide(1, 1, 'hold'));
    });

    it('gives the review back and keeps the decision', async () => {
      const done = await store.undoDecision(did(1), at, identity.officer.id);
      expect(done).toMatchObject({ ok: true, value: { rows: [{ pile: 'to-do', hasDraft: true }] } });
      expect((await store.request(rid(1)))?.draft).toMatchObject({
        outcome: 'hold',
        remarks: 'नमूना टिप्पणी',
      });
      expect(await stateOf(1)).toBe('undone');
      expect(await store.outbox()).toEqual([]);
      expect((await store.recordDecision(decide(2, 1))).ok).toBe(true);
    });

    it('gives the verdicts and the pins back too', async () => {
      const box = { page: 0, x: 0.1, y: 0.1, width: 0.2, height: 0.1 };
      const review = {
        verdicts: [{ id: 'pan-structure', documentId: 'item:pan', verdict: 'in-order', note: 'नमूना' }],
        pins: [{ id: 'pin-1', documentId: 'item:pan', box, note: 'नमूना' }],
      } satisfies Partial<DecisionContent>;
      await pull(store, requestLine(2));
      await store.recordDecision(recorded(contentOf(2, 2, { outcome: 'hold', ...review })));
      expect((await store.request(rid(2)))?.decision?.parsed).toMatchObject(review);
      await store.undoDecision(did(2), at, identity.officer.id);
      expect((await store.request(rid(2)))?.draft).toMatchObject(review);
    });

    it('tells in the audit who undid it, whoever had recorded it', async () => {
      const colleague = officerId.parse('officer-2');
      await store.undoDecision(did(1), at, colleague);
      expect((await store.audit(0, 100)).at(-1)).toMatchObject({
        action: 'decision-undone',
        actor: colleague,
      });
    });

    it('is refused after sealing, and for what there is not', async () => {
      await store.sealDecisions({ due: true }, later);
      expect(await store.undoDecision(did(1), later, identity.officer.id)).toMatchObject({
        error: { kind: 'undo-too-late' },
      });
      expect(await store.undoDecision(did(9), later, identity.officer.id)).toMatchObject({
        error: { kind: 'not-found' },
      });
    });
  });

  describe('sealing', () => {
    it('seals what is due in the order of recording, as a chain that verifies', async () => {
      await pull(store, requestLine(1), requestLine(2), requestLine(3));
      for (const n of [1, 2, 3]) await store.recordDecision(decide(n, n));
      await store.sealDecisions({ ids: [did(2)] }, at);
      await store.sealDecisions({ due: true }, later);
      const sealed = await store.unsent(later, 10);
      expect(sealed.map((decision) => decision.id)).toEqual([did(2), did(1), did(3)]);
      expect(sealed.map((decision) => decision.sequence)).toEqual([1, 2, 3]);
      let previous = chainStart;
      const key = createPublicKey({
        key: Buffer.from(devicePublicKey, 'base64'),
        format: 'der',
        type: 'spki',
      });
      for (const link of sealed) {
        expect(link.previous).toBe(previous);
        expect(link.commitment).toBe(createHash('sha256').update(commitmentText(link)).digest('hex'));
        const signature = Buffer.from(link.deviceSignature, 'base64');
        expect(verify(null, Buffer.from(linkText(link)), key, signature)).toBe(true);
        previous = link.commitment;
      }
      expect(new Set(sealed.map((link) => link.salt)).size).toBe(3);
    });

    it('leaves alone what is not due, undone or sealed already', async () => {
      await pull(store, requestLine(1), requestLine(2));
      await store.recordDecision(decide(1, 1));
      await store.recordDecision(decide(2, 2));
      await store.undoDecision(did(2), at, identity.officer.id);
      await store.sealDecisions({ due: true }, at);
      expect(await stateOf(1)).toBe('recorded');
      await store.sealDecisions({ ids: [did(1), did(2)] }, at);
      await store.sealDecisions({ ids: [did(1)] }, at);
      expect(await store.unsent(later, 10)).toHaveLength(1);
      expect(await store.nextSealAt(at)).toBeNull();
    });
  });

  describe('sending', () => {
    beforeEach(async () => {
      await pull(store, requestLine(1), requestLine(2));
      await store.recordDecision(decide(1, 1));
      await store.recordDecision(decide(2, 2));
      await store.sealDecisions({ due: true }, later);
    });

    it('counts attempts, keeps what has no answer, and never sends past a gap', async () => {
      await store.markSent([did(1)], later);
      await store.markUnanswered([did(1)], 'offline', '2026-10-05T07:24:00.000Z');
      expect(await store.unsent(later, 10)).toEqual([]);
      // The second one is due by itself, and stands behind the first.
      expect((await store.dueToSend(later)).decisions).toBe(false);
      expect((await store.dueToSend('2026-10-05T07:24:00.000Z')).decisions).toBe(true);
      expect(await store.counts(later)).toMatchObject({ unsent: 2 });
      const due = await store.unsent('2026-10-05T07:24:00.000Z', 10);
      expect(due.map((decision) => decision.id)).toEqual([did(1), did(2)]);
      const item = (await store.outbox()).find((each) => each.decisionId === did(1));
      expect(item).toMatchObject({ state: 'sent', attempts: 1, lastError: 'offline' });
    });

    it('keeps a proven receipt, and the request stays done until the feed brings it', async () => {
      await store.markSent([did(1), did(2)], later);
      await store.applyAnswers([accepted(decide(1, 1))], later, today);
      expect(await stateOf(1)).toBe('accepted');
      expect(await rowOf(1)).toMatchObject({ status: 'pending', pile: 'done' });
      expect((await store.outbox()).at(-1)).toMatchObject({
        receipt: { serverSequence: 7 },
        lastError: null,
      });
      const resubmitted = requestLine(1, { version: 2, status: 'pending' });
      await pull(store, resubmitted);
      expect((await rowOf(1))?.pile).toBe('to-do');
      await store.applyAnswers([accepted(decide(1, 1)), refused(decide(1, 1))], later, today);
      expect(await stateOf(1)).toBe('accepted');
    });

    it.each([
      ['signed by another', { isForged: true }],
      ['for another decision', { decisionId: did(2) }],
      ['for another request', { requestId: 'req-2' }],
      ['for another content', { contentHash: 'a'.repeat(64) }],
    ])('does not take a receipt %s', async (_what, changes) => {
      await store.markSent([did(1)], later);
      await store.applyAnswers([accepted(decide(1, 1), changes)], later, today);
      expect(await stateOf(1)).toBe('sent');
      const item = (await store.outbox()).at(-1);
      expect(item).toMatchObject({ lastError: 'receipt-wrong', receipt: null });
      expect((await store.unsent(later, 10)).map((each) => each.id)).toContain(did(1));
    });

    it('marks what leaves next together with the answers to the last', async () => {
      await store.markSent([did(1)], later);
      await store.applyAnswers([accepted(decide(1, 1))], later, today, undefined, [did(2)]);
      expect([await stateOf(1), await stateOf(2)]).toEqual(['accepted', 'sent']);
      expect((await rowOf(2))?.decision?.state).toBe('sent');
      expect((await store.outbox()).map(({ attempts }) => attempts)).toEqual([1, 1]);
    });

    it('takes back the mark of what did not leave, and of nothing that had left before', async () => {
      await store.markSent([did(1)], later);
      await store.markSent([did(1), did(2)], later);
      const { rows, states } = await store.unmarkSent([did(1), did(2), did(3)], later);
      expect(rows).toEqual([]);
      expect(states).toMatchObject([{ id: rid(2), decisionId: did(2), state: 'sealed' }]);
      expect([await stateOf(1), await stateOf(2)]).toEqual(['sent', 'sealed']);
      expect((await store.outbox()).map(({ attempts }) => attempts)).toEqual([0, 1]);
      expect((await store.unsent(later, 10)).map(({ id }) => id)).toEqual([did(1), did(2)]);
      const kept = (await store.audit(0, 100)).filter(({ action }) => action === 'decision-not-sent');
      expect(kept.map(({ detail }) => detail)).toEqual([{ decision: did(2) }]);
    });

    it('takes no answer for a decision that never left', async () => {
      await pull(store, requestLine(3));
      await store.recordDecision(decide(3, 3));
      await store.applyAnswers([accepted(decide(3, 3)), refused(decide(4, 3))], later, today);
      expect(await stateOf(3)).toBe('recorded');
    });
  });

  describe('conflicts and refusals', () => {
    const decision = decide(1, 1);
    beforeEach(async () => {
      await pull(store, requestLine(1));
      await sendDecision(store, decision);
    });

    it('shows the server’s side and lets the officer decide anew', async () => {
      const present = sampleRequest({ id: rid(1), version: 4, reason: 'नमूना: बदला हुआ' });
      await store.applyAnswers([conflict(decision, present)], later, today);
      const stored = await store.request(rid(1));
      expect(stored?.request.version).toBe(4);
      expect(stored?.row).toMatchObject({ pile: 'to-do', decision: { state: 'conflicted' } });
      expect((await store.outbox())[0]?.answer).toBe('changed-since');
      expect((await store.counts(later)).conflicted).toBe(1);
      expect((await store.recordDecision(decide(2, 1, 'approve', 4))).ok).toBe(true);
      expect(await store.counts(later)).toMatchObject({ conflicted: 0, undoable: 1, unsent: 0 });
      expect(await stateOf(1)).toBe('conflicted');
    });

    it('stands also when the server’s side cannot be read: that is set aside', async () => {
      await store.applyAnswers([conflict(decision, { nonsense: true })], later, today);
      expect(await stateOf(1)).toBe('conflicted');
      expect((await store.setAside())[0]).toMatchObject({ kind: 'request', why: 'invalid' });
    });

    it('keeps no Aadhaar number out of what the server says', async () => {
      const present = sampleRequest({ id: rid(1), version: 4, reason: 'नमूना 999941057058' });
      await store.applyAnswers([conflict(decision, present)], later, today);
      expect((await store.request(rid(1)))?.request.reason).toBe('नमूना XXXXXXXX7058');
      expect((await store.audit(0, 100)).at(-1)?.detail).toMatchObject({ masked: 1 });
    });

    it('nor out of the words of a refusal', async () => {
      const answer = { ...refused(decision), message: 'Sample 9999-4105-7058' };
      await store.applyAnswers([answer], later, today);
      expect((await store.outbox())[0]?.message).toBe('Sample XXXX-XXXX-7058');
    });

    it('stands also when the server has nothing to show, and nothing is set aside', async () => {
      await store.applyAnswers([conflict(decision, undefined)], later, today);
      expect(await stateOf(1)).toBe('conflicted');
      expect(await store.setAside()).toEqual([]);
    });

    it('keeps the reason of a refusal', async () => {
      await store.applyAnswers([refused(decision)], later, today);
      expect((await store.outbox())[0]).toMatchObject({
        state: 'refused',
        answer: 'outcome-not-allowed',
        message: 'Sample refusal',
      });
      expect(await rowOf(1)).toMatchObject({ pile: 'to-do' });
      expect((await store.recordDecision(decide(2, 1))).ok).toBe(true);
    });

    it('undoing the new decision shows the contested one again', async () => {
      await store.applyAnswers([refused(decision)], later, today);
      await store.recordDecision(decide(2, 1));
      await store.undoDecision(did(2), later, identity.officer.id);
      expect((await rowOf(1))?.decision).toMatchObject({ id: did(1), state: 'refused' });
      expect((await store.counts(later)).refused).toBe(1);
    });
  });
}
