import type { Evidence, RuleId, RuleResult } from '../rule-result.ts';
import type { IsoDate } from '../values.ts';

type Verdict = RuleResult['result'];

export interface Because {
  result: Verdict;
  because: string;
  evidence?: Evidence;
  asOf?: IsoDate | null;
}

/** Makes the results of one rule set, so that each names the order it rests on. */
export function resultMaker(orderNo: string | null): (id: RuleId, because: Because) => RuleResult {
  return (id, { result, because, evidence, asOf }) => ({
    id,
    result,
    because,
    evidence: evidence ?? {},
    asOf: asOf ?? null,
    orderNo,
  });
}

/** Three-valued: what is not known stays unknown, and never becomes a pass. */
export function judge(known: boolean | null): Verdict {
  if (known === null) return 'unknown';
  return known ? 'pass' : 'fail';
}
