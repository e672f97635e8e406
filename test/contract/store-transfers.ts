import { beforeEach, describe, expect, it } from 'vitest';
import { districtId, lspId, requestId } from '../../shared/domain/ids.ts';
import {
  transferActId,
  type TransferAct,
  type TransferActId,
} from '../../shared/domain/transfer/transfer-act.ts';
import { lineKey, type ReconciliationLine, type Transfer } from '../../shared/domain/transfer/transfer.ts';
import type { ChangeLine, SignedTransferAct } from '../../shared/sync/protocol.ts';
import type { Store } from '../../electron/storage/store.ts';
import { at, identity, later, pull, requestLine, rid } from './store-fixture.ts';

function aid(n: number): TransferActId {
  return transferActId.parse(`01997000-0000-7000-9000-${n.toString(16).padStart(12, '0')}`);
}

function transferLine(n: number, changes: Partial<Transfer> = {}, version = 1): ChangeLine {
  const body: Transfer = {
    requestId: rid(n),
    districtId: districtId.parse('jaipur'),
    requestNo: `MR/2026/00000${n}`,
    oldKioskCode: 'K11034638',
    newKioskCode: null,
    fromLspId: lspId.parse('lsp-01'),
    toLspId: lspId.parse('lsp-02'),
    state: 'waiting',
    failure: null,
    stages: [{ stage: 'approved', at }],
    before: null,
    after: null,
    oldAfter: null,
    acts: [],
    updatedAt: at,
    ...changes,
  };
  return { cursor: `t-${n}-${version}`, kind: 'transfer', id: body.requestId, version, body };
}

/** Of a transfer that is completed and tells no snapshots. */
const walletLine: ReconciliationLine = {
  ...{ item: 'wallet', service: null, month: null, unit: 'paise', before: null, after: null },
  ...{ difference: null, verdict: 'differs' },
};

function actOf(n: number, request: number, changes: Partial<TransferAct> = {}): TransferAct {
  return {
    protocol: 1,
    id: aid(n),
    requestId: rid(request),
    districtId: districtId.parse('jaipur'),
    act: { kind: 'acknowledge', lines: ['wallet|||100|90'], reason: 'नमूना: मिलान किया' },
    officerId: identity.officer.id,
    deviceId: identity.deviceId,
    at,
    ...changes,
  };
}

function signed(act: TransferAct): SignedTransferAct {
  return { content: JSON.stringify(act), officerSignature: Buffer.from('sample').toString('base64') };
}

/** The part of the acceptance suite about transfers and what officers did about them. */
export function transferAcceptance(current: () => Store): void {
  describe('transfers', () => {
    let store: Store;
    const actIds = async (n: number) => (await store.transfer(rid(n)))?.transfer.acts.map(({ id }) => id);
    const notes = async () =>
      (await store.audit(0, 1000)).filter(({ action }) => action.startsWith('transfer-'));

    beforeEach(async () => {
      store = current();
      await pull(store, requestLine(1), requestLine(2, { kioskCode: 'K116209807' }));
    });

    it('are kept by their request, with the centre’s name, and told as changed', async () => {
      const applied = await pull(store, transferLine(1));
      expect(applied).toMatchObject({ rows: [], masterChanged: false, transfersChanged: true });
      const centreName = { hi: 'नमूना ई-मित्र केन्द्र', en: 'Sample e-Mitra Centre' };
      expect(await store.transfer(rid(1))).toEqual({
        transfer: transferLine(1).body,
        unsentActs: 0,
        centreName,
      });
      expect(await store.transferRows()).toMatchObject([
        {
          requestId: rid(1),
          centreName,
          state: 'waiting',
          differences: 0,
          toAcknowledge: 0,
          followUpsOpen: 0,
        },
      ]);
      expect((await pull(store, requestLine(3))).transfersChanged).toBeUndefined();
    });

    it('change by newer versions only', async () => {
      await pull(store, transferLine(1, { state: 'completed' }, 3));
      expect((await pull(store, transferLine(1, { state: 'failed' }, 3))).transfersChanged).toBeUndefined();
      await pull(store, transferLine(1, {}, 2));
      expect((await store.transfer(rid(1)))?.transfer.state).toBe('completed');
    });

    it('go when the server takes them back, and stay away for an older version', async () => {
      await pull(store, transferLine(1, { newKioskCode: 'K117777777' }));
      const gone = { ...transferLine(1, {}, 2), removed: true, body: null };
      expect((await pull(store, gone)).transfersChanged).toBe(true);
      await pull(store, transferLine(1, {}, 2));
      expect(await store.transfer(rid(1))).toBeNull();
      expect((await store.searchArchive('K117777777', 5)).hits).toEqual([]);
      await pull(store, transferLine(1, {}, 3));
      expect(await store.transfer(rid(1))).not.toBeNull();
    });

    it('are set aside by name when they do not fit, without stopping the rest', async () => {
      await pull(
        store,
        { ...transferLine(1), body: { state: 'completed' } },
        { ...transferLine(2), body: transferLine(1).body },
        requestLine(3),
      );
      expect(await store.transferRows()).toEqual([]);
      expect((await store.setAside()).map(({ kind, id, why }) => [kind, id, why])).toEqual([
        ['transfer', 'req-1', 'invalid'],
        ['transfer', 'req-2', 'invalid'],
      ]);
      expect(await store.request(rid(3))).not.toBeNull();
      await pull(store, transferLine(1, {}, 2));
      expect(await store.setAside()).toHaveLength(1);
    });

    it('may come before their request', async () => {
      await pull(store, transferLine(9, { newKioskCode: 'K119999999' }));
      expect((await store.transfer(rid(9)))?.centreName).toEqual({ hi: 'K11034638', en: 'K11034638' });
      await pull(store, requestLine(9));
      expect((await store.transferRows())[0]?.centreName.en).toBe('Sample e-Mitra Centre');
      const [hit] = (await store.searchArchive('K119999999', 5)).hits;
      expect(hit).toMatchObject({ id: rid(9), newKioskCode: 'K119999999', matched: 'new-kiosk-code' });
    });

    it('let the archive find a request by the codes in them', async () => {
      await pull(store, transferLine(2, { oldKioskCode: 'K110000022', newKioskCode: 'K110000023' }));
      for (const code of ['K110000022', 'के110000023', '0000023']) {
        expect((await store.searchArchive(code, 5)).hits.map(({ id }) => id)).toEqual([rid(2)]);
      }
    });

    describe('acts', () => {
      beforeEach(async () => {
        await pull(store, transferLine(1, { state: 'completed' }));
      });

      it('stand in their transfer at once, wait to be sent, and are in the audit without their words', async () => {
        const applied = await store.saveTransferAct(signed(actOf(1, 1)), at);
        expect(applied.transfersChanged).toBe(true);
        expect(await store.transfer(rid(1))).toMatchObject({
          transfer: { acts: [actOf(1, 1)] },
          unsentActs: 1,
        });
        expect(await store.unsentActs(at, 10)).toEqual([signed(actOf(1, 1))]);
        expect((await store.counts(at)).unsentActs).toBe(1);
        expect(await notes()).toMatchObject([
          {
            actor: identity.officer.id,
            action: 'transfer-acknowledged',
            subject: 'req-1',
            detail: { act: aid(1), lines: 1 },
          },
        ]);
        expect(JSON.stringify(await store.audit(0, 100))).not.toContain('मिलान');
      });

      it('count in the list as long as they stand', async () => {
        const open = async () => (await store.transferRows())[0]?.toAcknowledge;
        const all = await open();
        expect(all).toBeGreaterThan(1);
        const lines = [lineKey(walletLine)];
        await store.saveTransferAct(
          signed(actOf(1, 1, { act: { kind: 'acknowledge', lines, reason: 'नमूना' } })),
          at,
        );
        expect(await open()).toBe((all ?? 0) - 1);
        const refusal = { id: aid(1), result: 'refused', reason: 'nothing-to-do' } as const;
        await store.applyActAnswers([refusal], later);
        expect(await open()).toBe(all);
      });

      it('are kept once, whatever comes under the same id', async () => {
        await store.saveTransferAct(signed(actOf(1, 1)), at);
        await store.saveTransferAct(signed(actOf(1, 1)), later);
        expect(await store.unsentActs(at, 10)).toHaveLength(1);
        expect(await notes()).toHaveLength(1);
      });

      it('wait until their next try is due, and do not hold up the others', async () => {
        await store.saveTransferAct(signed(actOf(1, 1)), at);
        await store.saveTransferAct(signed(actOf(2, 1)), at);
        await store.actsUnanswered([aid(1)], { why: 'no-answer', isFault: false, nextTryAt: later });
        expect(await store.unsentActs(at, 10)).toEqual([signed(actOf(2, 1))]);
        expect(await store.unsentActs(later, 10)).toEqual([actOf(1, 1), actOf(2, 1)].map(signed));
        expect(await store.unsentActs(later, 1)).toHaveLength(1);
      });

      it('stay after they were accepted until the feed brings them, and are never there twice', async () => {
        await store.saveTransferAct(signed(actOf(1, 1)), at);
        await store.applyActAnswers([{ id: aid(1), result: 'accepted' }], later);
        expect(await store.unsentActs(later, 10)).toEqual([]);
        expect(await store.transfer(rid(1))).toMatchObject({
          transfer: { acts: [{ id: aid(1) }] },
          unsentActs: 0,
        });
        await pull(store, transferLine(1, { state: 'completed', acts: [actOf(7, 1), actOf(1, 1)] }, 2));
        expect(await actIds(1)).toEqual([aid(7), aid(1)]);
      });

      it('leave the transfer when the server refuses them, with the reason in the audit', async () => {
        await store.saveTransferAct(signed(actOf(1, 1)), at);
        const refusal = { id: aid(1), result: 'refused', reason: 'nothing-to-do' } as const;
        expect((await store.applyActAnswers([refusal], later)).transfersChanged).toBe(true);
        await store.applyActAnswers([{ id: aid(1), result: 'accepted' }], later);
        expect(await actIds(1)).toEqual([]);
        expect(await store.unsentActs(later, 10)).toEqual([]);
        expect((await notes()).at(-1)).toMatchObject({
          actor: null,
          action: 'transfer-act-refused',
          detail: { act: aid(1), answer: 'nothing-to-do' },
        });
      });

      it('do not change by an answer for another', async () => {
        await store.saveTransferAct(signed(actOf(1, 1)), at);
        const applied = await store.applyActAnswers([{ id: aid(2), result: 'accepted' }], later);
        expect(applied.transfersChanged).toBeUndefined();
        expect(await store.unsentActs(later, 10)).toHaveLength(1);
      });

      it.each([
        ['no JSON', '{'],
        ['no act', '{"protocol":1}'],
        [
          'a reason with an Aadhaar number',
          JSON.stringify(
            actOf(1, 1, { act: { kind: 'acknowledge', lines: ['x'], reason: '9999 4105 7058' } }),
          ),
        ],
        [
          'a note with one',
          JSON.stringify(
            actOf(1, 1, {
              act: { kind: 'follow-up-done', followUp: 'dues', note: '९९९९४१०५७०५८' },
            }),
          ),
        ],
      ])('are not kept with %s', async (_what, content) => {
        const act = { content, officerSignature: 'c2FtcGxl' };
        await expect(store.saveTransferAct(act, at)).rejects.toMatchObject({ kind: 'failed' });
        expect((await store.counts(at)).unsentActs).toBe(0);
        expect(await notes()).toEqual([]);
      });
    });

    it('keep no Aadhaar number that came in a reason', async () => {
      const act = actOf(1, 1, { act: { kind: 'acknowledge', lines: ['x'], reason: 'आधार 999941057058' } });
      await pull(store, transferLine(1, { acts: [act] }));
      expect(JSON.stringify(await store.transfer(requestId.parse('req-1')))).not.toContain('999941057058');
    });
  });
}
