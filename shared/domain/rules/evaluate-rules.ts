import type { RuleSet } from '../master.ts';
import { ruleIds, type RuleResult } from '../rule-result.ts';
import { feeRule } from './fee-rule.ts';
import { lspRules } from './lsp-rules.ts';
import { operatorRule } from './operator-rule.ts';
import { requestRules } from './request-rules.ts';
import { rulesInForce } from './rule-set-in-force.ts';
import type { RuleFigures, RuleSubject, RuleWindow } from './rule-subject.ts';
import type { Currency } from './staleness.ts';
import { windowRule } from './window-rule.ts';

/** Everything the rules look at. Missing master data is null or empty, and gives `unknown`. */
export interface RuleInput {
  request: RuleSubject;
  figures: RuleFigures | null;
  windows: readonly RuleWindow[];
  ruleSets: readonly RuleSet[];
  /** Whether the list of LSPs still has the target; null where there is no list. */
  targetLspKnown?: boolean | null;
  /** How current the master data must be; absent: all of it is treated as current. */
  currency?: Currency;
}

/**
 * Judges a request on its application date, one result for each rule, in the order of `ruleIds`. Without a rule set
 * for that date the rules that have a parameter are unknown, `category-c` among them: who may migrate is the order's
 * word, not ours. The others say what the process description says and are judged all the same.
 */
export function evaluateRules(input: RuleInput): RuleResult[] {
  const { request, windows, currency } = input;
  const inForce = rulesInForce(request.applicationDate, input.ruleSets, currency);
  const results = [
    ...lspRules(input, inForce),
    ...requestRules(request, inForce),
    feeRule(request, inForce),
    windowRule(request.applicationDate, windows, currency),
    operatorRule(request, inForce.orderNo),
  ];
  return results.sort((a, b) => ruleIds.indexOf(a.id) - ruleIds.indexOf(b.id));
}
