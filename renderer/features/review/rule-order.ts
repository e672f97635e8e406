import type { RuleResult } from '../../../shared/domain/rule-result.ts';

const rank = { fail: 0, unknown: 1, pass: 2 } as const;

/** Failing first, then unknown, then passing; within each the order of the rule set. */
export function rulesForReview(rules: readonly RuleResult[]): RuleResult[] {
  return [...rules].sort((a, b) => rank[a.result] - rank[b.result]);
}

export function withResult(rules: readonly RuleResult[], result: RuleResult['result']): RuleResult[] {
  return rules.filter((rule) => rule.result === result);
}

export function countResults(rules: readonly RuleResult[]): Record<RuleResult['result'], number> {
  return {
    fail: withResult(rules, 'fail').length,
    unknown: withResult(rules, 'unknown').length,
    pass: withResult(rules, 'pass').length,
  };
}
