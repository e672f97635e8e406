import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { localScanId, type LocalScan } from '../../shared/domain/documents/local-scan.ts';
import { blobHash, districtId } from '../../shared/domain/ids.ts';
import { atSignOff } from '../../shared/domain/sealing.ts';
import { transferActId } from '../../shared/domain/transfer/transfer-act.ts';
import type { Store } from '../../electron/storage/store.ts';
import { panReading } from '../support/samples/sample-readings.ts';
import { at, decide, did, identity, pull, requestLine, rid } from './store-fixture.ts';

const hashOf = (text: string) => blobHash.parse(createHash('sha256').update(text).digest('hex'));
const aheadOf = '2027-10-05T07:00:00.000Z';
const minute = '2026-10-05T07:01:00.000Z';

/** The part of the acceptance suite about when something that waits is due, also where the PC's clock was wrong. */
export function waitAcceptance(current: () => Store): void {
  describe('waits', () => {
    let store: Store;
    beforeEach(() => {
      store = current();
    });

    function withScan(text: string, masked: boolean) {
      const scan = { hash: hashOf(text), size: 100, mime: 'image/jpeg' as const, pages: 1, masked };
      return { documents: [{ id: text, kind: 'pan' as const, need: 'needed' as const, scan }] };
    }

    async function takeIn(): Promise<LocalScan> {
      const local: LocalScan = {
        id: localScanId.parse('01997000-0000-7000-a000-000000000001'),
        ...{ requestId: rid(1), documentId: 'item:pan', kind: 'pan' },
        scan: { hash: hashOf('taken in'), size: 200, mime: 'image/png', pages: 1 },
        ...{ source: 'picker', by: identity.officer.id, at },
      };
      await store.addLocalScan(local, panReading());
      return local;
    }

    /** How many of each kind are due. */
    async function due() {
      const found = {
        decisions: (await store.unsent(at, 10)).length,
        acts: (await store.unsentActs(at, 10)).length,
        scans: (await store.wantedScans(at, 10)).length,
        toMask: (await store.scansToMask(at, 10)).length,
        uploads: (await store.dueUploads(at, 10)).length,
      };
      const { decisions, acts, uploads } = found;
      const isAny = { decisions: decisions > 0, acts: acts > 0, uploads: uploads > 0 };
      expect(await store.dueToSend(at)).toEqual(isAny);
      return found;
    }

    it('end when they were set under a clock that ran ahead and was put right', async () => {
      await pull(store, requestLine(1, withScan('masked', true)), requestLine(2, withScan('raw', false)));
      for (const n of [1, 2]) await store.recordDecision(decide(n, n));
      await store.sealDecisions({ ids: [did(1), did(2)] }, at);
      // Decided, both are no longer open; a newer version brings them back into the pile.
      await pull(
        store,
        requestLine(1, { version: 2, ...withScan('masked', true) }),
        requestLine(2, { version: 2, ...withScan('raw', false) }),
      );
      const actId = transferActId.parse('01997000-0000-7000-9000-000000000001');
      const act = {
        ...{ protocol: 1, id: actId, requestId: rid(1), districtId: districtId.parse('jaipur'), at },
        act: { kind: 'acknowledge', lines: ['wallet|||1|2'], reason: 'नमूना' },
        ...{ officerId: identity.officer.id, deviceId: identity.deviceId },
      };
      await store.saveTransferAct({ content: JSON.stringify(act), officerSignature: 'AA==' }, at);
      const local = await takeIn();

      const putOff = async (nextTryAt: string) => {
        await store.markUnanswered([did(1)], 'offline: x', nextTryAt);
        await store.actsUnanswered([actId], { why: 'x', isFault: false, nextTryAt });
        await store.scanFailed(hashOf('masked'), 'no-link', at, nextTryAt);
        await store.maskFailed(hashOf('raw'), 'no-link', at, nextTryAt);
        await store.uploadFailed(local.id, { why: 'x', isFault: false, at, nextTryAt });
      };
      await putOff(minute);
      expect(await due()).toEqual({ decisions: 0, acts: 0, scans: 0, toMask: 0, uploads: 0 });
      await putOff(aheadOf);
      expect(await due()).toEqual({ decisions: 2, acts: 1, scans: 1, toMask: 1, uploads: 1 });
    });

    it('for the grace period end too, when the clock was set back since; those for the sign-off do not', async () => {
      await pull(store, requestLine(1), requestLine(2));
      const early = '2026-10-05T06:00:00.000Z';
      await store.recordDecision(decide(1, 1));
      await store.recordDecision({ ...decide(2, 2), sealsAt: atSignOff });
      expect(await store.nextSealAt(at)).toBe('2026-10-05T07:10:00.000Z');
      expect(await store.nextSealAt(early)).toBe(early);
      await store.sealDecisions({ due: true }, early);
      expect((await store.unsent(at, 10)).map(({ id }) => id)).toEqual([did(1)]);
      expect(await store.nextSealAt(early)).toBeNull();
    });
  });
}
