import type { LspFigures, MigrationWindow, RuleSet } from '../master.ts';
import type { MigrationRequest } from '../request.ts';
import type { RuleResult } from '../rule-result.ts';
import type { IsoDate } from '../values.ts';
import { lspRules } from './lsp-rules.ts';
import { requestRules } from './request-rules.ts';

/** Everything the rules look at. Missing master data is null or empty, and gives `unknown`. */
export interface RuleInput {
  request: MigrationRequest;
  figures: LspFigures | null;
  windows: readonly MigrationWindow[];
  ruleSets: readonly RuleSet[];
}

/** The rule set in force on a date: the latest that took effect by then. */
export function ruleSetOn(date: IsoDate, ruleSets: readonly RuleSet[]): RuleSet | null {
  const inForce = ruleSets.filter((set) => set.effectiveFrom <= date);
  return inForce.reduce<RuleSet | null>(
    (latest, set) => (latest === null || set.effectiveFrom > latest.effectiveFrom ? set : latest),
    null,
  );
}

/** Judges a request on its application date, one result for each rule, in the order of `ruleIds`. */
export function evaluateRules(input: RuleInput): RuleResult[] {
  const rules = ruleSetOn(input.request.applicationDate, input.ruleSets);
  const [category, ...rest] = requestRules(input.request, rules, input.windows);
  return [...(category ? [category] : []), ...lspRules(input.request, input.figures, rules), ...rest];
}
