import { expect, it } from 'vitest';
import { decisionState } from '../../../../shared/domain/decision.ts';
import { standingOf } from '../../../../renderer/features/outbox/order-line.tsx';

const receipt = { serverSequence: 1, acceptedAt: '2026-11-01T06:00:00.000Z', contentHash: 'ab' };

it('calls an order void exactly when the server did not take its decision', () => {
  for (const state of decisionState.options) {
    const isVoid = state === 'refused' || state === 'conflicted';
    expect(standingOf({ state, receipt: null }) === 'void', state).toBe(isVoid);
  }
});

it('says that the receipt is pending until it is there', () => {
  expect(standingOf({ state: 'sent', receipt: null })).toBe('receiptPending');
  expect(standingOf({ state: 'accepted', receipt })).toBeNull();
});
