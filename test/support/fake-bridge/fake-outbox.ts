import type { DecisionState } from '../../../shared/domain/decision.ts';
import { requestId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import type { SetAsideItem } from '../../../shared/ipc/contract.ts';
import { contest } from './fake-conflict.ts';
import type { FakeVault } from './fake-vault.ts';

const states: DecisionState[] = ['recorded', 'recorded', 'sealed', 'sent', 'accepted', 'refused', 'undone'];
const outcomes = ['approve', 'reject', 'return', 'hold'] as const;

/** One decision in every state, so that the outbox can be looked at as a whole. */
export function fillOutbox(vault: FakeVault, now: number): void {
  const late = vault.requests.get(requestId.parse('req-00019'));
  const becomes = { status: 'rejected' } as const;
  if (late) contest(vault, late, { reason: 'already-decided', standing: 'reject', becomes }, now);
  states.forEach((state, index) => {
    const request = vault.requests.get(requestId.parse(`req-${String(index + 20).padStart(5, '0')}`));
    if (!request) return;
    const recorded = now - (index + 1) * 120_000;
    const item = vault.outboxItem(request, outcomes[index % 4] ?? 'approve', recorded);
    const isSealed = state !== 'recorded' && state !== 'undone';
    vault.decisions.set(item.decisionId, {
      ...item,
      state,
      orderNo: isSealed && item.outcome !== 'hold' ? vault.nextOrderNo(instantOf(recorded + 60_000)) : null,
      sealedAt: isSealed ? instantOf(recorded + 60_000) : null,
      attempts: state === 'sealed' ? 2 : isSealed ? 1 : 0,
      lastError: state === 'sealed' ? 'offline' : null,
      nextTryAt: state === 'sealed' ? instantOf(now + 480_000) : null,
      answer: state === 'refused' ? 'not-your-district' : null,
      receipt:
        state === 'accepted'
          ? { serverSequence: 4711, acceptedAt: instantOf(now - 60_000), contentHash: '5f'.repeat(32) }
          : null,
      reasonCodes: [],
      verdicts: [],
      pins: [],
      remarks: '',
    });
  });
}

export function sampleSetAside(now: number): SetAsideItem[] {
  return [
    { kind: 'tariff-table', id: 'tariff-2027', why: 'unknown-kind', at: instantOf(now - 3_600_000) },
    { kind: 'lsp', id: 'lsp-99', why: 'invalid', at: instantOf(now - 1_800_000) },
  ];
}
