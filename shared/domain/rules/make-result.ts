import type { Evidence, RuleId, RuleResult } from '../rule-result.ts';
import type { IsoDate } from '../values.ts';

/** Why a rule cannot be judged, with what the sentence of that reason needs. */
export interface Doubt {
  because: string;
  evidence?: Evidence;
}

export interface Finding {
  /** The first that holds makes the rule unknown, whatever the facts say; false and null are no doubt. */
  doubts: readonly (Doubt | string | false | null)[];
  /** What the facts say. Null, a fact that is missing, is unknown even where no doubt names it. */
  holds: boolean | null;
  because: string;
  evidence?: Evidence;
  asOf?: IsoDate | null;
  orderNo: string | null;
}

/** One rule's result. The evidence stays in it when the rule is in doubt: the officer sees what there is. */
export function makeResult(id: RuleId, finding: Finding): RuleResult {
  const doubt = finding.doubts.find((one) => one !== false && one !== null);
  const named = typeof doubt === 'string' ? { because: doubt } : doubt || null;
  return {
    id,
    result: named ? 'unknown' : verdict(finding.holds),
    because: named?.because ?? finding.because,
    evidence: { ...finding.evidence, ...named?.evidence },
    asOf: finding.asOf ?? null,
    orderNo: finding.orderNo,
  };
}

/** Three-valued: what is not known stays unknown, and never becomes a pass. */
function verdict(holds: boolean | null): RuleResult['result'] {
  if (holds === null) return 'unknown';
  return holds ? 'pass' : 'fail';
}
