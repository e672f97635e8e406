import { hasWords } from '../has-words.ts';
import type { RuleResult } from '../rule-result.ts';
import { makeResult, type Finding } from './make-result.ts';
import { categoriesOf } from './rule-set-fault.ts';
import type { InForce } from './rule-set-in-force.ts';
import type { RuleSubject } from './rule-subject.ts';

/** What the request itself must satisfy, beside fee, window and operator. Source: the process description. */
export function requestRules(request: RuleSubject, inForce: InForce): RuleResult[] {
  return [
    makeResult('category-c', category(request, inForce)),
    makeResult('max-3', migrations(request, inForce)),
    makeResult('reason', reason(request, inForce.orderNo)),
    makeResult('different-lsp', differentLsp(request, inForce.orderNo)),
  ];
}

/** Judged by the category on the day of application; today's is shown beside it. */
function category(request: RuleSubject, { set, doubt, orderNo }: InForce): Finding {
  const { category: then, categoryToday: today, applicationDate } = request;
  const allowed = set && categoriesOf(set);
  return {
    doubts: [then === null && 'notKnown', doubt],
    holds: then === null || allowed === null ? null : allowed.includes(then),
    because: today === null ? 'categoryThen' : 'category',
    evidence: { category: then, today, allowed: allowed?.join(', ') ?? null },
    asOf: applicationDate,
    orderNo,
  };
}

function migrations({ migrationsBefore: count }: RuleSubject, { set, doubt, orderNo }: InForce): Finding {
  const maximum = set?.maximumMigrations ?? null;
  return {
    doubts: [count === null && 'notKnown', doubt],
    holds: count === null || maximum === null ? null : count < maximum,
    because: 'counted',
    evidence: { count, maximum },
    orderNo,
  };
}

function reason(request: RuleSubject, orderNo: string | null): Finding {
  const isGiven = hasWords(request.reason);
  return { doubts: [], holds: isGiven, because: isGiven ? 'given' : 'notGiven', orderNo };
}

function differentLsp(request: RuleSubject, orderNo: string | null): Finding {
  const { currentLspId: current, targetLspId: target } = request;
  const isKnown = current !== null && target !== null;
  return {
    doubts: [!isKnown && 'notKnown'],
    holds: isKnown ? current !== target : null,
    because: current !== target ? 'different' : 'same',
    orderNo,
  };
}
