import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { blobHash, districtId } from '../../shared/domain/ids.ts';
import { transferActId } from '../../shared/domain/transfer/transfer-act.ts';
import { openItems } from '../../shared/ipc/open-items.ts';
import { itemState, type ItemKind, type ItemState } from '../../shared/ipc/views/outbox.ts';
import type { ItemQuery } from '../../electron/storage/item-store.ts';
import type { Store } from '../../electron/storage/store.ts';
import {
  accepted,
  at,
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

const hashOf = (text: string) => blobHash.parse(createHash('sha256').update(text).digest('hex'));
const aid = (n: number) => transferActId.parse(`01997000-0000-7000-9000-${String(n).padStart(12, '0')}`);
const all: ItemQuery = { state: null, limit: 100, underWay: [] };

function withScan(text: string, masked = true) {
  const scan = { hash: hashOf(text), size: 100, mime: 'image/jpeg' as const, pages: 1, masked };
  return { documents: [{ id: text, kind: 'pan' as const, need: 'needed' as const, scan }] };
}

/** The part of the acceptance suite that tells of the sync item by item. */
export function itemAcceptance(current: () => Store): void {
  describe('items', () => {
    let store: Store;
    beforeEach(() => {
      store = current();
    });

    /** The totals that are not zero. */
    async function totals(
      kind: ItemKind,
      underWay: string[] = [],
    ): Promise<Partial<Record<ItemState, number>>> {
      const counts = (await store.itemTotals(underWay))[kind];
      return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
    }

    async function saveAct(n: number): Promise<void> {
      const act = {
        ...{ protocol: 1, id: aid(n), requestId: rid(1), districtId: districtId.parse('jaipur'), at },
        act: { kind: 'acknowledge', lines: ['wallet|||1|2'], reason: 'नमूना' },
        ...{ officerId: identity.officer.id, deviceId: identity.deviceId },
      };
      await store.saveTransferAct({ content: JSON.stringify(act), officerSignature: 'AA==' }, at);
    }

    describe('of decisions', () => {
      beforeEach(async () => {
        await pull(store, ...[1, 2, 3, 4].map((n) => requestLine(n, { requestNo: `MR/${n}` })));
        for (const n of [1, 2, 3, 4]) await store.recordDecision(decide(n, n));
      });

      it('stand as their decisions do, newest first, and on the wire as the engine says', async () => {
        expect(await totals('decision')).toEqual({ recorded: 4 });
        await store.undoDecision(did(4), at, identity.officer.id);
        await store.sealDecisions({ ids: [did(1), did(2)] }, at);
        await store.markSent([did(1)], at);
        expect(await totals('decision')).toEqual({ sent: 1, waiting: 1, recorded: 1 });
        expect(await totals('decision', [did(1), did(3)])).toEqual({
          'under-way': 1,
          waiting: 1,
          recorded: 1,
        });
        const items = await store.decisionItems({ ...all, underWay: [did(1)] });
        expect(items.map(({ decisionId, shown }) => [decisionId, shown])).toEqual([
          [did(3), 'recorded'],
          [did(2), 'waiting'],
          [did(1), 'under-way'],
        ]);
        const answers = [accepted(decide(1, 1)), refused(decide(2, 2))];
        await store.applyAnswers(answers, later, today);
        expect(await totals('decision')).toEqual({ accepted: 1, refused: 1, recorded: 1 });
        expect(await store.decisionItems({ ...all, state: 'refused' })).toMatchObject([
          { decisionId: did(2) },
        ]);
        expect(await store.decisionItems({ ...all, limit: 2 })).toHaveLength(2);
      });

      it('say what they wait behind: a decision that the server does not take, never the link', async () => {
        await store.sealDecisions({ ids: [did(1), did(2), did(3)] }, at);
        const behind = async () => (await store.decisionItems(all)).map((item) => item.behind);
        await store.markSent([did(1)], at);
        await store.markUnanswered([did(1)], 'offline: ECONNREFUSED', later);
        expect(await behind()).toEqual([null, null, null, null]);
        await store.markUnanswered([did(1)], 'server-failed: internal', later);
        expect(await behind()).toEqual([null, 'MR/1', 'MR/1', null]);
        await store.applyAnswers([refused(decide(1, 1))], later, today);
        expect(await behind()).toEqual([null, null, null, null]);
      });
    });

    describe('of acts', () => {
      beforeEach(async () => {
        await pull(store, requestLine(1, { requestNo: 'MR/1' }));
        for (const n of [1, 2, 3]) await saveAct(n);
      });

      it('count tries and faults, are parked and wanted again, and leave all the others alone', async () => {
        await store.actsUnanswered([aid(1), aid(2)], { why: 'no-answer', isFault: false, nextTryAt: later });
        await store.actsUnanswered([aid(1)], { why: 'server-failed: x', isFault: true, nextTryAt: null });
        expect([await store.actFaults(aid(1)), await store.actFaults(aid(2))]).toEqual([1, 0]);
        expect(await totals('act')).toEqual({ parked: 1, waiting: 2 });
        expect(await store.counts(at)).toMatchObject({ unsentActs: 3, parked: 1, parkedActs: 1 });
        expect(await store.actItems({ ...all, state: 'parked' })).toMatchObject([
          { id: aid(1), requestNo: 'MR/1', attempts: 2, lastError: 'server-failed: x', nextTryAt: null },
        ]);
        expect(await store.unsentActs(later, 10)).toHaveLength(2);
        expect(await store.unsentActs(later, 10, true)).toHaveLength(3);
        await store.actWanted(aid(1));
        expect(await store.unsentActs(at, 10)).toHaveLength(2);
        expect(await store.actFaults(aid(1))).toBe(0);
        await store.actsUnanswered([aid(3)], { why: 'x', isFault: true, nextTryAt: null });
        await store.unparkAll();
        expect(await totals('act')).toEqual({ waiting: 3 });
        // What only waits keeps waiting: it was not parked.
        expect(await store.unsentActs(at, 10)).toHaveLength(2);
      });

      it('show the answers, also to one that was parked, and are on the wire as the engine says', async () => {
        await store.actsUnanswered([aid(1)], { why: 'x', isFault: true, nextTryAt: null });
        const answers = [
          { id: aid(1), result: 'accepted' as const },
          { id: aid(2), result: 'refused' as const, reason: 'nothing-to-do' as const },
        ];
        await store.applyActAnswers(answers, later);
        expect(await totals('act', [aid(3)])).toEqual({ accepted: 1, refused: 1, 'under-way': 1 });
        expect(await store.counts(at)).toMatchObject({ unsentActs: 1, parked: 0 });
        await store.actWanted(aid(1));
        await store.unparkAll();
        expect(await totals('act')).toEqual({ accepted: 1, refused: 1, waiting: 1 });
      });
    });

    describe('of scans', () => {
      beforeEach(async () => {
        await pull(
          store,
          requestLine(1, { receivedOn: '2026-10-02', ...withScan('later') }),
          requestLine(2, { receivedOn: '2026-09-02', requestNo: 'MR/2', ...withScan('sooner') }),
          requestLine(3, { receivedOn: '2026-10-03', ...withScan('raw', false) }),
          requestLine(4, { status: 'approved', ...withScan('closed') }),
        );
      });

      it('are those of open requests that are not here, the first due in front', async () => {
        const items = await store.scanItems(all);
        expect(items.map(({ hash }) => hash)).toEqual(['sooner', 'later', 'raw'].map(hashOf));
        expect(items[0]).toMatchObject({
          requestNo: 'MR/2',
          kind: 'pan',
          size: 100,
          shown: 'waiting',
          why: null,
        });
        const [first] = await store.scanItems({ ...all, underWay: [hashOf('raw')], limit: 1 });
        expect(first).toMatchObject({ hash: hashOf('raw'), shown: 'under-way' });
        await store.scanArrived(hashOf('sooner'), at);
        expect(await totals('scan')).toEqual({ waiting: 2 });
      });

      it('are parked or wait for a hand, with the reason; by hand the parked ones are wanted again', async () => {
        await store.scanFailed(hashOf('sooner'), 'no-link', at, later);
        expect(await store.scan(hashOf('sooner'))).toMatchObject({ faults: 0 });
        await store.scanFailed(hashOf('sooner'), 'wrong-hash', at, null);
        await store.maskFailed(hashOf('raw'), 'damaged', at, null);
        expect(await totals('scan')).toEqual({ parked: 2, waiting: 1 });
        expect(await store.counts(at)).toMatchObject({ parked: 2, parkedScans: 2, parkedActs: 0 });
        expect(await store.scanItems({ ...all, state: 'parked' })).toMatchObject([
          { hash: hashOf('sooner'), attempts: 2, why: 'wrong-hash', failedAt: at, nextTryAt: null },
          { hash: hashOf('raw'), attempts: 1, why: 'damaged' },
        ]);
        await store.maskFailed(hashOf('raw'), 'wants-hand', at, null);
        expect(await totals('scan')).toEqual({ parked: 1, hand: 1, waiting: 1 });
        // The strip and the list tell one number, whatever a scan waits for.
        const { scansToCome } = openItems(await store.itemTotals([]));
        expect(scansToCome).toBe(3);
        expect(await store.counts(at)).toMatchObject({ scansToCome, scansByHand: 1 });
        const applied = await store.unparkAll();
        expect(applied.rows.map(({ id }) => id)).toEqual([rid(2)]);
        expect(await totals('scan')).toEqual({ hand: 1, waiting: 2 });
        expect(await store.scan(hashOf('sooner'))).toMatchObject({ state: 'wanted', faults: 0 });
      });

      it('name every state in the totals, so that none is missing on screen', async () => {
        const told = await store.itemTotals([]);
        for (const counts of Object.values(told)) {
          expect(Object.keys(counts).sort()).toEqual([...itemState.options].sort());
        }
      });
    });

    it('adds up the bytes of an hour, tells those of a day, and forgets old ones', async () => {
      await store.addTraffic({ hour: '2026-07-01T09', received: 1, sent: 1 });
      for (const hour of ['2026-10-05T09', '2026-10-05T09', '2026-10-05T23', '2026-10-06T00']) {
        await store.addTraffic({ hour, received: 10, sent: 3 });
      }
      expect(await store.traffic('2026-10-05')).toEqual([
        { hour: '2026-10-05T09', received: 20, sent: 6 },
        { hour: '2026-10-05T23', received: 10, sent: 3 },
      ]);
      expect(await store.traffic('2026-07-01')).toEqual([]);
    });
  });
}
