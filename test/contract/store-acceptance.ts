import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chainStart, commitmentText, linkText, type Draft } from '../../shared/domain/decision.ts';
import { blobHash } from '../../shared/domain/ids.ts';
import { firstBrokenRow } from '../../electron/storage/audit-chain.ts';
import type { Store } from '../../electron/storage/store.ts';
import { readStateHolidays } from '../support/samples/read-holidays.ts';
import { sampleFigures } from '../support/samples/sample-master.ts';
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

export interface OpenedStore {
  store: Store;
  dispose(): Promise<void>;
}

const draft: Draft = {
  outcome: 'hold',
  reasonCodes: ['H01'],
  remarks: 'नमूना: अधूरी जाँच',
  overrides: [],
  checklist: [],
};

/** What every store must do, whatever it stands on. */
export function storeAcceptance(name: string, open: () => Promise<OpenedStore>): void {
  describe(`store: ${name}`, () => {
    let opened: OpenedStore;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(async () => opened.dispose());

    const rowOf = async (n: number) => (await store.request(rid(n)))?.row;
    const stateOf = async (n: number) => (await store.decision(did(n)))?.state;

    describe('changes', () => {
      it('applies a page and moves the cursor', async () => {
        const applied = await pull(store, requestLine(1), requestLine(2));
        expect(applied.rows.map((row) => row.id)).toEqual([rid(1), rid(2)]);
        expect(await store.cursor()).toBe('c-2-1');
        expect((await store.slimRows(null, 10)).rows).toEqual(applied.rows);
        expect(await store.identity()).toEqual(identity);
      });

      it('moves the cursor over an empty page', async () => {
        await store.applyChanges([], 'c-9', at, today);
        expect(await store.cursor()).toBe('c-9');
      });

      it('pages through the working set in the order of ids', async () => {
        await pull(store, ...[3, 1, 2].map((n) => requestLine(n)));
        const first = await store.slimRows(null, 2);
        expect(first).toMatchObject({ next: rid(2), total: 3 });
        const second = await store.slimRows(first.next, 2);
        expect(second.rows.map((row) => row.id)).toEqual([rid(3)]);
        expect(second.next).toBeNull();
      });

      it('changes nothing when a line comes again, or an older one', async () => {
        await pull(store, requestLine(1, { version: 3 }));
        expect((await pull(store, requestLine(1, { version: 3 }))).rows).toEqual([]);
        const older = requestLine(1, { version: 2, status: 'rejected' });
        expect((await pull(store, older)).rows).toEqual([]);
        expect((await rowOf(1))?.status).toBe('pending');
      });

      it('gives each change of a row a higher revision', async () => {
        await pull(store, requestLine(1), requestLine(2));
        const before = (await rowOf(1))?.revision ?? 0;
        await pull(store, requestLine(1, { version: 2 }));
        expect((await rowOf(1))?.revision).toBeGreaterThan(before);
      });

      it('carries an unknown kind raw and names it', async () => {
        const line = { cursor: 'c-1', kind: 'claim', id: 'x', version: 1, body: { future: true } };
        await pull(store, line, requestLine(2));
        expect(await store.setAside()).toEqual([{ kind: 'claim', id: 'x', why: 'unknown-kind', at }]);
        expect(await rowOf(2)).toBeDefined();
        expect((await store.counts(at)).setAside).toBe(1);
      });

      it('sets an invalid item aside without stopping the rest, and forgets it when a good one comes', async () => {
        const bad = { ...requestLine(1), body: { ...sampleRequest({ id: rid(1) }), kioskCode: 'nonsense' } };
        await pull(store, bad, requestLine(2));
        expect(await store.setAside()).toEqual([{ kind: 'request', id: 'req-1', why: 'invalid', at }]);
        expect(await store.request(rid(1))).toBeNull();
        expect(await rowOf(2)).toBeDefined();
        await pull(store, requestLine(1, { version: 2 }));
        expect(await store.setAside()).toEqual([]);
      });

      it('sets a request aside that says it is another one', async () => {
        await pull(store, { ...requestLine(1), body: sampleRequest({ id: rid(2) }) });
        expect((await store.setAside())[0]?.why).toBe('invalid');
        expect(await store.request(rid(2))).toBeNull();
      });

      it('takes a request out that the server took back, and does not bring it back for an older version', async () => {
        await pull(store, requestLine(1));
        const gone = { cursor: 'c-2', kind: 'request', id: 'req-1', version: 2, removed: true, body: null };
        expect((await pull(store, gone)).removed).toEqual([rid(1)]);
        await pull(store, requestLine(1, { version: 2 }));
        expect(await store.request(rid(1))).toBeNull();
        expect((await pull(store, requestLine(1, { version: 3 }))).rows).toHaveLength(1);
      });

      it('remembers the removal of a request that it never had', async () => {
        await pull(store, {
          cursor: 'c',
          kind: 'request',
          id: 'req-1',
          version: 5,
          removed: true,
          body: null,
        });
        expect((await pull(store, requestLine(1, { version: 4 }))).rows).toEqual([]);
      });

      it('keeps master data and says that it changed', async () => {
        const figures = sampleFigures();
        const line = { cursor: 'c', kind: 'lsp-figures', id: 'lsp-02|jaipur', version: 1, body: figures };
        expect((await pull(store, line)).masterChanged).toBe(true);
        expect((await store.master()).figures).toEqual([figures]);
        expect((await pull(store, line)).masterChanged).toBe(false);
        const gone = { ...line, version: 2, removed: true, body: null };
        expect((await pull(store, gone)).masterChanged).toBe(true);
        expect((await store.master()).figures).toEqual([]);
      });

      it('counts due dates again when holidays come', async () => {
        await pull(store, requestLine(1));
        expect((await rowOf(1))?.unknownYears).toEqual([2026]);
        const lines = readStateHolidays().map((body) => {
          return { cursor: 'h', kind: 'holiday-list', id: String(body.year), version: 1, body };
        });
        const applied = await pull(store, ...lines);
        expect(applied.rows.map((row) => row.id)).toEqual([rid(1)]);
        expect(await rowOf(1)).toMatchObject({ day7On: '2026-10-13', dueOn: '2026-10-27', unknownYears: [] });
      });
    });

    describe('the working set', () => {
      it('lets go of what was decided 30 days ago, and keeps it in the archive', async () => {
        const updatedAt = '2026-10-01T06:00:00.000Z';
        await pull(store, requestLine(1, { status: 'approved', updatedAt }), requestLine(2, { updatedAt }));
        expect((await store.slimRows(null, 10)).total).toBe(2);
        expect((await store.newDay('2026-10-31')).removed).toEqual([]);
        expect((await store.newDay('2026-11-01')).removed).toEqual([rid(1)]);
        expect((await store.slimRows(null, 10)).rows.map((row) => row.id)).toEqual([rid(2)]);
        expect(await store.request(rid(1))).not.toBeNull();
      });

      it('comes back when the clock that ran ahead is put right', async () => {
        await pull(store, requestLine(1, { status: 'approved' }));
        await store.newDay('2036-10-05');
        expect((await store.newDay(today)).rows.map((row) => row.id)).toEqual([rid(1)]);
      });

      it('moves the dates of a paused request with the day', async () => {
        const pauses = [{ from: '2026-10-02', to: null, why: 'returned' as const }];
        await pull(store, requestLine(1, { status: 'returned', pauses }));
        const before = await rowOf(1);
        expect(before?.paused).toBe(true);
        expect((await store.newDay('2026-10-20')).rows).toHaveLength(1);
        expect((await rowOf(1))?.dueOn).not.toBe(before?.dueOn);
      });
    });

    describe('drafts', () => {
      it('keeps the last one and shows that there is one', async () => {
        await pull(store, requestLine(1));
        expect((await store.saveDraft(rid(1), draft, at)).rows[0]?.hasDraft).toBe(true);
        await store.saveDraft(rid(1), { ...draft, remarks: 'दूसरी' }, at);
        expect((await store.request(rid(1)))?.draft?.remarks).toBe('दूसरी');
      });

      it('is gone once decided, and a late save does not bring it back', async () => {
        await pull(store, requestLine(1));
        await store.saveDraft(rid(1), draft, at);
        await store.recordDecision(decide(1, 1));
        await store.saveDraft(rid(1), draft, at);
        expect((await store.request(rid(1)))?.draft).toBeNull();
      });
    });

    describe('recording', () => {
      beforeEach(async () => {
        await pull(store, requestLine(1), requestLine(2));
      });

      it('moves the request out of the pile at once', async () => {
        const done = await store.recordDecision(decide(1, 1));
        expect(done).toMatchObject({ ok: true, value: { rows: [{ id: rid(1), pile: 'done' }] } });
        expect(await store.nextSealAt()).toBe('2026-10-05T07:10:00.000Z');
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

    describe('undo', () => {
      beforeEach(async () => {
        await pull(store, requestLine(1));
        await store.recordDecision(decide(1, 1, 'hold'));
      });

      it('gives the review back and keeps the decision', async () => {
        const done = await store.undoDecision(did(1), at);
        expect(done).toMatchObject({ ok: true, value: { rows: [{ pile: 'to-do', hasDraft: true }] } });
        expect((await store.request(rid(1)))?.draft).toMatchObject({
          outcome: 'hold',
          remarks: 'नमूना टिप्पणी',
        });
        expect(await stateOf(1)).toBe('undone');
        expect(await store.outbox()).toEqual([]);
        expect((await store.recordDecision(decide(2, 1))).ok).toBe(true);
      });

      it('is refused after sealing, and for what there is not', async () => {
        await store.sealDecisions({ due: true }, later);
        expect(await store.undoDecision(did(1), later)).toMatchObject({ error: { kind: 'undo-too-late' } });
        expect(await store.undoDecision(did(9), later)).toMatchObject({ error: { kind: 'not-found' } });
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
        await store.undoDecision(did(2), at);
        await store.sealDecisions({ due: true }, at);
        expect(await stateOf(1)).toBe('recorded');
        await store.sealDecisions({ ids: [did(1), did(2)] }, at);
        await store.sealDecisions({ ids: [did(1)] }, at);
        expect(await store.unsent(later, 10)).toHaveLength(1);
        expect(await store.nextSealAt()).toBeNull();
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
        await store.markUnanswered([did(1)], 'offline', '2026-10-05T08:00:00.000Z');
        expect(await store.unsent(later, 10)).toEqual([]);
        expect(await store.counts(later)).toMatchObject({ unsent: 2 });
        const due = await store.unsent('2026-10-05T08:00:00.000Z', 10);
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

      it('keeps the reason of a refusal', async () => {
        await store.applyAnswers([refused(decision)], later, today);
        expect((await store.outbox())[0]).toMatchObject({ state: 'refused', answer: 'outcome-not-allowed' });
        expect(await rowOf(1)).toMatchObject({ pile: 'to-do' });
        expect((await store.recordDecision(decide(2, 1))).ok).toBe(true);
      });

      it('undoing the new decision shows the contested one again', async () => {
        await store.applyAnswers([refused(decision)], later, today);
        await store.recordDecision(decide(2, 1));
        await store.undoDecision(did(2), later);
        expect((await rowOf(1))?.decision).toMatchObject({ id: did(1), state: 'refused' });
        expect((await store.counts(later)).refused).toBe(1);
      });
    });

    describe('scans', () => {
      const hashOf = (text: string) => blobHash.parse(createHash('sha256').update(text).digest('hex'));
      const documentWith = (text: string, masked = true) => ({
        id: text,
        kind: 'application' as const,
        need: 'needed' as const,
        scan: { hash: hashOf(text), size: 100, mime: 'image/jpeg' as const, pages: 1, masked },
      });

      it('wants masked scans of open requests, the nearest due date first', async () => {
        await pull(
          store,
          requestLine(1, { receivedOn: '2026-10-02', documents: [documentWith('later')] }),
          requestLine(2, { receivedOn: '2026-09-02', documents: [documentWith('sooner')] }),
          requestLine(3, { status: 'approved', documents: [documentWith('closed')] }),
          requestLine(4, { documents: [documentWith('raw', false)] }),
        );
        const wanted = await store.wantedScans(at, 10);
        expect(wanted.map((scan) => scan.hash)).toEqual([hashOf('sooner'), hashOf('later')]);
        expect((await store.counts(at)).scansMissing).toBe(2);
        const arrived = await store.scanArrived(hashOf('sooner'), at);
        expect(arrived.rows.map((row) => row.id)).toEqual([rid(2)]);
        expect(await store.scan(hashOf('sooner'))).toMatchObject({ state: 'ready', requestIds: [rid(2)] });
        expect((await store.counts(at)).scansMissing).toBe(1);
      });

      it('waits before the next try, gives up by name, and begins anew when asked', async () => {
        const hash = hashOf('scan');
        await pull(store, requestLine(1, { documents: [documentWith('scan')] }));
        await store.scanFailed(hash, 'no-link', at, later);
        expect(await store.wantedScans(at, 10)).toEqual([]);
        expect((await store.wantedScans(later, 10))[0]?.attempts).toBe(1);
        await store.scanFailed(hash, 'not-an-image', later, null);
        expect(await store.setAside()).toEqual([{ kind: 'scan', id: hash, why: 'not-an-image', at: later }]);
        expect((await store.scan(hash))?.state).toBe('failed');
        await store.scanWanted(hash);
        expect((await store.wantedScans(at, 10))[0]?.attempts).toBe(0);
        expect(await store.setAside()).toEqual([]);
      });
    });

    it('keeps settings', async () => {
      expect(await store.setting('graceMinutes')).toBeNull();
      await store.writeSetting('graceMinutes', 10, at);
      await store.writeSetting('graceMinutes', 0, at);
      expect(await store.setting('graceMinutes')).toBe(0);
    });

    it('chains the audit, and shows what was changed in it or taken out', async () => {
      await pull(store, requestLine(1));
      await sendDecision(store, decide(1, 1));
      const entry = { at, actor: null, action: 'sample', subject: null, detail: { n: 1 } };
      await store.noteAudit(entry);
      const rows = await store.audit(0, 100);
      const actions = rows.map((row) => row.action);
      expect(actions).toEqual(expect.arrayContaining(['enrolled', 'decision-recorded', 'decision-sealed']));
      expect(firstBrokenRow(rows)).toBeNull();
      const changed = rows.map((row) => (row.sequence === 2 ? { ...row, detail: { items: 99 } } : row));
      expect(firstBrokenRow(changed)).toBe(2);
      expect(firstBrokenRow(rows.filter((row) => row.sequence !== 3))).toBe(4);
      expect(JSON.stringify(rows)).not.toContain('नमूना');
    });

    it('takes nothing from a write that failed, and goes on', async () => {
      await pull(store, requestLine(1));
      const foreign = { ...recorded(contentOf(1, 1)), id: did(2) };
      await expect(store.recordDecision(foreign)).rejects.toMatchObject({ kind: 'failed' });
      expect(await store.outbox()).toEqual([]);
      expect((await store.recordDecision(decide(3, 1))).ok).toBe(true);
    });

    it('is closed by name', async () => {
      await store.close();
      await expect(store.cursor()).rejects.toMatchObject({ kind: 'closed' });
      await store.close();
    });
  });
}
