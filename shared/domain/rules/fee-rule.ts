import type { RuleResult } from '../rule-result.ts';
import { makeResult } from './make-result.ts';
import type { InForce } from './rule-set-in-force.ts';
import type { RuleSubject } from './rule-subject.ts';

/** The fee grows with the number of migrations, and the payment must be shown. Source: the process description. */
export function feeRule(
  { migrationsBefore: count, fee }: RuleSubject,
  { set, doubt, orderNo }: InForce,
): RuleResult {
  const due = count === null ? null : (set?.fees[count] ?? null);
  const paid = fee?.amount ?? null;
  const isTold = fee === null || paid !== null;
  const isEnough = due !== null && paid !== null && paid >= due;
  return makeResult('fee', {
    doubts: [
      doubt,
      count === null && 'countNotKnown',
      due === null && 'noFeeForCount',
      !isTold && 'paymentNotKnown',
    ],
    holds: due === null || !isTold ? null : isEnough,
    because: fee === null ? 'notPaid' : isEnough ? 'paid' : 'paidLess',
    evidence: { due, paid, reference: fee?.reference ?? null },
    asOf: fee?.paidOn ?? null,
    orderNo,
  });
}
