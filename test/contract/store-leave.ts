import { beforeEach, describe, expect, it } from 'vitest';
import { firstBrokenRow } from '../../electron/storage/audit-chain.ts';
import type { Store } from '../../electron/storage/store.ts';
import { transferActId } from '../../shared/domain/transfer/transfer-act.ts';
import { atSignOff } from '../../shared/domain/sealing.ts';
import {
  accepted,
  at,
  contentOf,
  decide,
  did,
  identity,
  later,
  leaveOrderWith,
  pull,
  receiptFor,
  recorded,
  requestLine,
  rid,
  sendDecision,
  today,
} from './store-fixture.ts';

/** The part of the acceptance suite about a desk that leaves its district. */
export function leaveAcceptance(current: () => Store): void {
  let store: Store;
  const first = decide(1, 1);
  const waiting = recorded(contentOf(2, 2), atSignOff);
  const over = leaveOrderWith({ statedAt: '2026-11-04T07:00:00.000Z' });
  const draft = {
    ...{ outcome: null, reasonCodes: [], remarks: 'नमूना', overrides: [] },
    ...{ checklist: [], verdicts: [], pins: [] },
  };

  describe('leaving the district', () => {
    beforeEach(async () => {
      store = current();
      await pull(store, requestLine(1), requestLine(2), requestLine(3));
      await sendDecision(store, first);
      await store.applyAnswers([accepted(first)], later, today);
      await store.recordDecision(waiting);
      await store.saveDraft(rid(3), draft, at);
    });

    const wipe = async () => {
      await store.beginWipe(later);
      await store.wipeData(later);
      return store.compact(later);
    };

    it.each([
      ['another key', leaveOrderWith({}, true)],
      ['another device', leaveOrderWith({ deviceId: 'device-2' as never })],
      ['another statement', leaveOrderWith({ statement: 'stay' as never })],
      ['a receipt', receiptFor(first)],
    ])('is not begun by what the server did not sign for it: %s', async (_name, order) => {
      expect(await store.takeLeaveOrder(order, later)).toBeNull();
      expect(await store.leaving()).toBeNull();
      expect(await store.counts(later)).toMatchObject({ undoable: 1 });
      await expect(store.beginWipe(later)).rejects.toMatchObject({ kind: 'failed' });
    });

    it('seals everything that is recorded with the order, also what waited for the sign-off', async () => {
      const leaving = await store.takeLeaveOrder(leaveOrderWith(), later);
      expect(leaving).toMatchObject({ phase: 'sending', why: 'device-revoked', since: at, heardAt: later });
      expect(await store.leaving()).toEqual(leaving);
      expect((await store.unsent(later, 10)).map(({ id }) => id)).toEqual([did(2)]);
      const actions = (await store.audit(0, 1000)).map(({ action }) => action);
      expect(actions.slice(-2)).toEqual(['decision-sealed', 'leave-ordered']);
    });

    it('takes no decision, draft or change any more, and still what sending needs', async () => {
      await store.takeLeaveOrder(leaveOrderWith(), later);
      const refused = { kind: 'leaving' };
      await expect(store.recordDecision(decide(3, 3))).rejects.toMatchObject(refused);
      await expect(store.saveDraft(rid(3), draft, at)).rejects.toMatchObject(refused);
      await expect(pull(store, requestLine(4))).rejects.toMatchObject(refused);
      await store.markSent([did(2)], later);
      await store.applyAnswers([accepted(waiting)], later, today);
      expect((await store.decision(did(2)))?.state).toBe('accepted');
    });

    it('sends acts too that were parked: nobody can ask for them again, and the wipe waits for them', async () => {
      const act = {
        ...{ protocol: 1, id: '01998000-0000-7000-8000-000000000001', requestId: rid(1) },
        ...{ districtId: identity.district.id, at, deviceId: identity.deviceId },
        ...{ act: { kind: 'acknowledge', lines: ['wallet|||1|2'], reason: 'नमूना' }, officerId: 'officer-1' },
      };
      const signed = { content: JSON.stringify(act), officerSignature: 'AA==' };
      await store.saveTransferAct(signed, at);
      const id = transferActId.parse(act.id);
      await store.actsUnanswered([id], { why: 'server-failed', isFault: true, nextTryAt: null });
      expect(await store.unsentActs(later, 10)).toEqual([]);
      expect((await store.dueToSend(later)).acts).toBe(false);
      await store.takeLeaveOrder(leaveOrderWith(), later);
      expect(await store.unsentActs(later, 10)).toEqual([signed]);
      expect((await store.dueToSend(later)).acts).toBe(true);
    });

    it('wipes nothing while something signed may still be sent', async () => {
      await store.takeLeaveOrder(leaveOrderWith(), later);
      await expect(store.beginWipe(later)).rejects.toMatchObject({ kind: 'failed' });
      await expect(store.wipeData(later)).rejects.toMatchObject({ kind: 'failed' });
      await expect(store.compact(later)).rejects.toMatchObject({ kind: 'failed' });
      expect((await store.slimRows(null, 10)).total).toBe(3);
    });

    it('keeps decisions, chain, receipts and the audit, and nothing else', async () => {
      await store.takeLeaveOrder(leaveOrderWith(), later);
      await store.applyAnswers([accepted(waiting)], later, today);
      expect((await store.searchArchive('K11034638', 10)).hits).not.toEqual([]);
      expect((await wipe()).phase).toBe('done');
      expect((await store.slimRows(null, 10)).total).toBe(0);
      expect(await store.request(rid(1))).toBeNull();
      expect((await store.searchArchive('K11034638', 10)).hits).toEqual([]);
      expect(await store.cursor()).toBeNull();
      expect(await store.identity()).toEqual(identity);
      const kept = await store.keptDecisions();
      expect(kept).toMatchObject([
        { decisionId: did(2), state: 'accepted', orderNo: 'MIG/JAIPUR-A/2026/0002' },
        { decisionId: did(1), state: 'accepted', orderNo: 'MIG/JAIPUR-A/2026/0001' },
      ]);
      expect(kept[1]).toMatchObject({ content: first.content, proof: receiptFor(first) });
      const audit = await store.audit(0, 1000);
      expect(firstBrokenRow(audit)).toBeNull();
      expect(audit.find(({ action }) => action === 'wipe-began')?.detail).toMatchObject({
        ...{ unsent: 0, requests: 3, drafts: 1, isSendingOver: false },
      });
      await expect(pull(store, requestLine(5))).rejects.toMatchObject({ kind: 'leaving' });
      await expect(store.applyAnswers([], later, today)).rejects.toMatchObject({ kind: 'leaving' });
    });

    it('wipes without an answer only when the server itself says that the time is over', async () => {
      await store.takeLeaveOrder(leaveOrderWith(), later);
      expect(await store.takeLeaveOrder(over, later)).toMatchObject({ phase: 'sending', order: over });
      // An older statement that comes late takes nothing back.
      expect(await store.takeLeaveOrder(leaveOrderWith(), later)).toMatchObject({ order: over });
      await wipe();
      expect(await store.counts(later)).toMatchObject({ unsent: 1 });
      expect((await store.keptDecisions())[0]).toMatchObject({ decisionId: did(2), state: 'sealed' });
    });

    it('keeps the trusted time, also over the wipe', async () => {
      expect(await store.keptTime()).toBeNull();
      const anchor = { wall: 1, uptime: 2, boot: null, run: 'run-1', server: 3 };
      await store.keepTime({ anchor, floor: 3 });
      await store.keepTime({ anchor, floor: 4 });
      await store.takeLeaveOrder(over, later);
      await wipe();
      expect(await store.keptTime()).toEqual({ anchor, floor: 4 });
    });

    it('names officers whom the feed took back', async () => {
      const line = { kind: 'officer', id: 'officer-2', version: 1, cursor: 'c-o-1' };
      const body = { ...identity.officer, id: 'officer-2' };
      await pull(store, { ...line, body });
      expect(await store.officersGone()).toEqual([]);
      await pull(store, { ...line, version: 2, cursor: 'c-o-2', removed: true, body: null });
      expect(await store.officersGone()).toEqual(['officer-2']);
    });
  });
}
