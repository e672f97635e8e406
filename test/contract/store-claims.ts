import { beforeEach, describe, expect, it } from 'vitest';
import type { ChangeLine } from '../../shared/sync/protocol.ts';
import type { Store } from '../../electron/storage/store.ts';
import { bilingualName, later, pull, requestLine, rid } from './store-fixture.ts';

function claimLine(n: number, version: number, body: object | null = {}): ChangeLine {
  const held = { requestId: rid(n), officerId: 'officer-2', officerName: bilingualName('नमूना', 'Sample') };
  const whole = body && { ...held, deviceId: 'device-2', until: later, ...body };
  const removed = body === null ? { removed: true } : {};
  return { cursor: `c-claim-${version}`, kind: 'claim', id: rid(n), version, body: whole, ...removed };
}

/** The part of the acceptance suite about who works on what. */
export function storeClaims(current: () => Store): void {
  let store: Store;
  const told = async () => (await store.claims()).map(({ requestId, until }) => [requestId, until]);

  describe('claims of other desks', () => {
    beforeEach(async () => {
      store = current();
      await pull(store, requestLine(1), requestLine(2));
    });

    it('are told as the feed tells them, and renewed', async () => {
      const applied = await pull(store, claimLine(1, 1), claimLine(2, 1));
      expect(applied).toMatchObject({ claimsChanged: true, masterChanged: false, rows: [] });
      await pull(store, claimLine(1, 2, { until: '2026-10-05T07:40:00.000Z' }));
      expect(await told()).toEqual([
        [rid(1), '2026-10-05T07:40:00.000Z'],
        [rid(2), later],
      ]);
    });

    it('are gone once given back, also for an older version that comes late', async () => {
      await pull(store, claimLine(1, 2), claimLine(1, 3, null));
      expect(await told()).toEqual([]);
      expect((await pull(store, claimLine(1, 2))).claimsChanged).toBeUndefined();
      expect(await told()).toEqual([]);
      await pull(store, claimLine(1, 4));
      expect(await told()).toEqual([[rid(1), later]]);
    });

    it('hinder no decision, and count as no master data', async () => {
      await pull(store, claimLine(1, 1));
      expect((await store.limitFacts()).masterReceivedAt).toBeNull();
      await store.saveDraft(
        rid(1),
        { outcome: null, reasonCodes: [], remarks: '', overrides: [], checklist: [], verdicts: [], pins: [] },
        later,
      );
      expect((await store.request(rid(1)))?.row.hasDraft).toBe(true);
    });

    it('that fit no schema or name another request are set aside', async () => {
      await pull(store, claimLine(1, 1, { until: 'soon' }), claimLine(2, 1, { requestId: rid(1) }));
      expect(await told()).toEqual([]);
      expect((await store.setAside()).map(({ kind, why }) => [kind, why])).toEqual([
        ['claim', 'invalid'],
        ['claim', 'invalid'],
      ]);
    });
  });
}
