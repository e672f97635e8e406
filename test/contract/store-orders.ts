import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../electron/storage/store.ts';
import {
  accepted,
  at,
  conflict,
  contentOf,
  decide,
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

/** The part of the acceptance suite about the numbers of orders and the day's register. */
export function orderAcceptance(current: () => Store): void {
  describe('orders', () => {
    let store: Store;
    beforeEach(async () => {
      store = current();
      await pull(store, ...[1, 2, 3, 4].map((n) => requestLine(n)));
    });
    const numbers = async () =>
      (await store.outbox()).map(({ decisionId, orderNo }) => [decisionId, orderNo]);

    it('have no number before the sealing, and the next of the series from it on', async () => {
      await store.recordDecision(decide(1, 1));
      await store.recordDecision(decide(2, 2, 'hold'));
      expect(await numbers()).toEqual([
        [did(2), null],
        [did(1), null],
      ]);
      expect(await store.order(did(1))).toBeNull();
      await store.sealDecisions({ ids: [did(2)] }, later);
      await store.sealDecisions({ due: true }, later);
      expect(await numbers()).toEqual([
        [did(2), 'MIG/JAIPUR-A/2026/0001'],
        [did(1), 'MIG/JAIPUR-A/2026/0002'],
      ]);
      expect(await store.order(did(1))).toMatchObject({
        decision: { id: did(1), sealed: { sequence: 2 } },
        orderNo: 'MIG/JAIPUR-A/2026/0002',
        receipt: null,
        voidWhy: null,
        answeredAt: null,
      });
      expect(await store.order(did(9))).toBeNull();
    });

    it('carry the receipt once accepted, and are void once refused or contested', async () => {
      const answeredAt = '2026-10-05T08:00:00.000Z';
      const [first, second, third] = [decide(1, 1), decide(2, 2, 'hold'), decide(3, 3)];
      for (const decision of [first, second, third]) await sendDecision(store, decision);
      const answers = [accepted(first), refused(second), conflict(third, null)];
      await store.applyAnswers(answers, answeredAt, today);
      expect(await store.order(did(1))).toMatchObject({ voidWhy: null, answeredAt });
      expect((await store.order(did(1)))?.receipt?.text).toContain(did(1));
      expect(await store.order(did(2))).toMatchObject({ voidWhy: 'outcome-not-allowed', receipt: null });
      const register = await store.register(today);
      expect(register).toMatchObject([
        { sequence: 1, requestId: rid(1), outcome: 'approve', voidWhy: null, answeredAt },
        {
          orderNo: 'MIG/JAIPUR-A/2026/0002',
          outcome: 'hold',
          state: 'refused',
          voidWhy: 'outcome-not-allowed',
          officerId: identity.officer.id,
        },
        { sequence: 3, state: 'conflicted', voidWhy: 'changed-since', answeredAt },
      ]);
    });

    it('stand in the register of the day in India on which they were sealed', async () => {
      await store.recordDecision(decide(1, 1));
      await store.recordDecision(decide(2, 2));
      await store.sealDecisions({ ids: [did(1)] }, '2026-10-05T18:29:59.999Z');
      await store.sealDecisions({ ids: [did(2)] }, '2026-10-05T18:30:00.000Z');
      const of = async (day: string) => (await store.register(day)).map(({ decisionId }) => decisionId);
      expect(await of('2026-10-05')).toEqual([did(1)]);
      expect(await of('2026-10-06')).toEqual([did(2)]);
      expect(await of('2026-10-07')).toEqual([]);
    });

    it('begin the year’s number anew in name only: the place in the chain goes on', async () => {
      await store.recordDecision(decide(1, 1));
      await store.recordDecision(decide(2, 2));
      await store.sealDecisions({ ids: [did(1)] }, '2026-12-31T18:29:00.000Z');
      await store.sealDecisions({ ids: [did(2)] }, '2026-12-31T18:31:00.000Z');
      expect((await store.order(did(1)))?.orderNo).toBe('MIG/JAIPUR-A/2026/0001');
      expect((await store.order(did(2)))?.orderNo).toBe('MIG/JAIPUR-A/2027/0002');
    });

    it('stay in the register when the request left the district', async () => {
      await store.recordDecision(decide(1, 1));
      await store.sealDecisions({ due: true }, later);
      await pull(store, { cursor: 'c', kind: 'request', id: 'req-1', version: 2, removed: true, body: null });
      expect(await store.register(today)).toHaveLength(1);
    });

    it('name in the audit which rules the officer set aside', async () => {
      const overrides = [
        { ruleId: 'fee' as const, reason: 'नमूना' },
        { ruleId: 'max-3' as const, reason: 'नमूना' },
      ];
      await store.recordDecision(recorded(contentOf(1, 1, { overrides })));
      await store.recordDecision(decide(2, 2));
      const noted = (await store.audit(0, 100)).filter(({ action }) => action === 'decision-recorded');
      expect(noted.map(({ detail }) => detail['overrides'])).toEqual(['fee,max-3', undefined]);
      expect(noted[0]?.at).toBe(at);
    });
  });
}
