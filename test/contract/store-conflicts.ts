import { beforeEach, describe, expect, it } from 'vitest';
import type { ConflictReason } from '../../shared/domain/conflict.ts';
import type { MigrationRequest } from '../../shared/domain/request.ts';
import type { StandingDecision } from '../../shared/domain/standing-decision.ts';
import type { PushAnswerItem } from '../../shared/sync/protocol.ts';
import type { Store } from '../../electron/storage/store.ts';
import { sampleRequest } from '../support/samples/sample-request.ts';
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

const standing: StandingDecision = {
  outcome: 'reject',
  officerName: { hi: 'नमूना द्वितीय', en: 'Sample Second' },
  recordedAt: at,
  acceptedAt: later,
  reasonCodes: ['R02'],
  remarks: 'नमूना 999941057058',
};

/** The part of the acceptance suite about decisions that came too late. */
export function storeConflicts(current: () => Store): void {
  let store: Store;
  const actor = identity.officer.id;
  const mine = recorded(contentOf(1, 1, { outcome: 'hold', remarks: 'नमूना: मेरा' }));
  const changed = { id: rid(1), version: 2, reason: 'नमूना: बदला' };

  async function contest(
    reason: ConflictReason,
    present: Partial<MigrationRequest> | null,
    other?: StandingDecision,
  ): Promise<void> {
    const body = present === null ? null : sampleRequest({ id: rid(1), version: 2, ...present });
    const answer: PushAnswerItem = { id: did(1), result: 'conflict', reason, present: body };
    await store.applyAnswers([other ? { ...answer, standing: other } : answer], later, today);
  }
  const end = (how: 'acknowledge' | 'decide-again') =>
    store.endConflict({ id: did(1), how, actor, at: later });
  const openCount = async () => (await store.counts(later)).conflicted;
  const auditOf = async (action: string) =>
    (await store.audit(0, 1000)).filter((row) => row.action === action);
  const choice = (done: Awaited<ReturnType<typeof end>>) => (done.ok ? null : done.error.kind);

  describe('a decision that came too late', () => {
    beforeEach(async () => {
      store = current();
      await pull(store, requestLine(1));
      await sendDecision(store, mine);
    });

    it('keeps the other decision without Aadhaar numbers, and the request as it was and is', async () => {
      await contest('already-decided', { status: 'rejected' }, standing);
      expect(await store.conflict(did(1))).toMatchObject({
        reason: 'already-decided',
        standing: { outcome: 'reject', officerName: standing.officerName, remarks: 'नमूना XXXXXXXX7058' },
        seen: { version: 1, status: 'pending' },
        present: { version: 2, status: 'rejected' },
        ended: null,
        decision: { id: did(1), state: 'conflicted' },
      });
      expect((await store.outbox())[0]?.conflict).toEqual({ how: null, endedAt: null });
      expect((await auditOf('decision-conflicted')).at(-1)?.detail).toMatchObject({ masked: 1 });
    });

    it('knows the request as it was also when newer versions came before the answer', async () => {
      await pull(store, requestLine(1, changed), requestLine(1, { version: 3 }));
      await contest('changed-since', { version: 3 });
      const stored = await store.conflict(did(1));
      expect([stored?.seen?.version, stored?.present?.version]).toEqual([1, 3]);
    });

    it('is none where it was not contested, and keeps no old version of what was accepted', async () => {
      await pull(store, requestLine(1, changed));
      await store.applyAnswers([accepted(mine)], later, today);
      expect(await store.conflict(did(1))).toBeNull();
      await contest('changed-since', changed);
      expect(await store.conflict(did(1))).toBeNull();
      expect(await openCount()).toBe(0);
    });

    it('waits for an officer, whatever comes from the server', async () => {
      await contest('changed-since', changed);
      expect(await openCount()).toBe(1);
      await pull(store, requestLine(1, { version: 5, status: 'transferred' }));
      await store.newDay('2027-03-01');
      expect(await openCount()).toBe(1);
      expect((await store.conflict(did(1)))?.present?.status).toBe('transferred');
    });

    it('acknowledged, the server’s side speaks for the request, and the audit has the choice once', async () => {
      await contest('already-decided', { status: 'rejected' }, standing);
      const done = await end('acknowledge');
      expect(done.ok && done.value.rows.map((row) => row.decision)).toEqual([null]);
      expect(choice(await end('acknowledge'))).toBeNull();
      expect(choice(await end('decide-again'))).toBe('conflict-ended');
      expect(await openCount()).toBe(0);
      expect(await auditOf('conflict-ended')).toMatchObject([
        { at: later, actor, subject: rid(1), detail: { decision: did(1), how: 'acknowledge' } },
      ]);
      await pull(store, requestLine(1, { version: 3, status: 'rejected' }));
      expect((await store.request(rid(1)))?.row.decision).toBeNull();
      expect((await store.decision(did(1)))?.state).toBe('conflicted');
      expect((await store.outbox())[0]?.conflict).toEqual({ how: 'acknowledge', endedAt: later });
    });

    it('decided again gives back what was written, and nothing is recorded by that', async () => {
      await contest('changed-since', changed);
      expect(choice(await end('decide-again'))).toBeNull();
      const stored = await store.request(rid(1));
      expect(stored?.draft).toMatchObject({ outcome: 'hold', remarks: 'नमूना: मेरा' });
      expect(stored?.row).toMatchObject({ hasDraft: true, decision: null, pile: 'to-do' });
      expect(await store.counts(later)).toMatchObject({ conflicted: 0, undoable: 0, unsent: 0 });
    });

    it('never takes a newer draft away', async () => {
      await contest('changed-since', changed);
      const draft = { outcome: null, reasonCodes: [], remarks: 'नया', overrides: [], checklist: [] };
      await store.saveDraft(rid(1), { ...draft, verdicts: [], pins: [] }, later);
      await end('decide-again');
      expect((await store.request(rid(1)))?.draft?.remarks).toBe('नया');
    });

    it.each([
      ['withdrawn', { status: 'withdrawn' }],
      ['withdrawn', null],
      ['reassigned', null],
      ['already-decided', { status: 'approved' }],
    ] as const)('%s with %j can only be acknowledged', async (reason, present) => {
      await contest(reason, present);
      expect((await store.conflict(did(1)))?.present ?? null).toEqual(
        present === null ? null : expect.objectContaining(present),
      );
      expect(choice(await end('decide-again'))).toBe('choice-not-open');
      const again = await store.recordDecision(decide(2, 1, 'hold', present ? 2 : 1), did(1));
      expect(again.ok).toBe(false);
      expect(await openCount()).toBe(1);
      expect(choice(await end('acknowledge'))).toBeNull();
    });

    it('on a request that left the district afterwards is shown as it was, and counts until acknowledged', async () => {
      await contest('changed-since', changed);
      await pull(store, { ...requestLine(1, changed), version: 3, removed: true, cursor: 'c-r' });
      const stored = await store.conflict(did(1));
      expect([stored?.seen?.version, stored?.present]).toEqual([1, null]);
      expect(choice(await end('decide-again'))).toBe('choice-not-open');
      expect(await openCount()).toBe(1);
      await end('acknowledge');
      expect(await openCount()).toBe(0);
    });

    it('kept is a new decision on the present version, in one step with the end of the conflict', async () => {
      await contest('changed-since', changed);
      expect((await store.recordDecision(decide(2, 1, 'hold', 1), did(1))).ok).toBe(false);
      expect(await openCount()).toBe(1);
      expect((await store.recordDecision(decide(2, 1, 'hold', 2), did(1))).ok).toBe(true);
      expect(await store.counts(later)).toMatchObject({ conflicted: 0, undoable: 1 });
      expect((await store.conflict(did(1)))?.ended).toEqual({ how: 'keep-mine', by: actor, at });
      expect((await auditOf('conflict-ended'))[0]?.detail).toMatchObject({
        how: 'keep-mine',
        replacement: did(2),
      });
    });

    it('over another officer’s decision nobody just keeps his own', async () => {
      await contest('changed-since', { status: 'on-hold' }, { ...standing, outcome: 'hold' });
      const kept = await store.recordDecision(decide(2, 1, 'approve', 2), did(1));
      expect(kept.ok ? null : kept.error.kind).toBe('choice-not-open');
      expect(choice(await end('decide-again'))).toBeNull();
    });

    it('keeps nothing of another request’s conflict', async () => {
      await contest('changed-since', changed);
      await pull(store, requestLine(2));
      const kept = await store.recordDecision(decide(2, 2), did(1));
      expect(kept.ok ? null : kept.error.kind).toBe('not-found');
    });

    it('is dealt with by deciding anew without asking, and waits again when that is undone', async () => {
      await contest('changed-since', changed);
      await store.recordDecision(decide(2, 1, 'approve', 2));
      expect((await store.conflict(did(1)))?.ended?.how).toBe('decide-again');
      await store.undoDecision(did(2), later, actor);
      expect((await store.conflict(did(1)))?.ended).toBeNull();
      expect(await openCount()).toBe(1);
      expect((await store.request(rid(1)))?.row.decision).toMatchObject({ id: did(1), state: 'conflicted' });
      expect(await auditOf('conflict-reopened')).toHaveLength(1);
    });
  });
}
