import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceId, officerId } from '../../../../../shared/domain/ids.ts';
import { followUpsOf } from '../../../../../shared/domain/transfer/follow-ups.ts';
import { transferActId } from '../../../../../shared/domain/transfer/transfer-act.ts';
import type { Transfer } from '../../../../../shared/domain/transfer/transfer.ts';
import { wholeTransfer } from './arbitrary-transfer.ts';

test('the banner always, the operator when the ID changed, the dues when there are any', () => {
  fc.assert(
    fc.property(wholeTransfer, (transfer) => {
      const kinds = followUpsOf(transfer).map((each) => each.kind);
      expect(kinds).toContain('banner-logo');
      expect(kinds.includes('tell-operator')).toBe(transfer.newKioskCode !== null);
      expect(kinds.includes('dues')).toBe(transfer.after?.dues !== 0);
    }),
  );
});

test('nothing is to be done before the records have moved', () => {
  const [transfer] = fc.sample(wholeTransfer, { numRuns: 1, seed: 1 });
  if (!transfer) throw new Error('No sample');
  expect(followUpsOf({ ...transfer, state: 'waiting', after: null })).toEqual([]);
  expect(followUpsOf({ ...transfer, state: 'failed', after: null })).toEqual([]);
});

test('the first act that says so makes it done', () => {
  const [transfer] = fc.sample(wholeTransfer, { numRuns: 1, seed: 1 });
  if (!transfer) throw new Error('No sample');
  const { requestId, districtId } = transfer;
  const by = { officerId: officerId.parse('officer-1'), deviceId: deviceId.parse('device-1') };
  const act = (last: number, note: string): Transfer['acts'][number] => ({
    ...{ protocol: 1, requestId, districtId, ...by },
    id: transferActId.parse(`01987f00-0000-7000-8000-00000000000${String(last)}`),
    act: { kind: 'follow-up-done', followUp: 'banner-logo', note },
    at: `2026-11-2${String(last)}T06:00:00.000Z`,
  });
  const [banner] = followUpsOf({ ...transfer, acts: [act(1, 'बैनर देखा'), act(2, 'पुनः')] });
  expect(banner).toEqual({ kind: 'banner-logo', doneAt: '2026-11-21T06:00:00.000Z', note: 'बैनर देखा' });
});
