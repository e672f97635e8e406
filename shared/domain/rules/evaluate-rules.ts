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
  /** Whether the list of LSPs still has the target; null where there is no list. */
  targetLspKnown?: boolean | null;
  /** How current the master data must be; absent: all of it is treated as current. */
  currency?: Currency;
}

/** A kind of master data older than its days is stale, and what rests on it is unknown. */
export interface Currency {
  today: IsoDate;
  /** When the lists were last confirmed as a whole, for items without an `asOf`; null: treated as current. */
  windowsAsOf: IsoDate | null;
  ruleSetsAsOf: IsoDate | null;
  staleAfterDays: { figures: number; windows: number; ruleSets: number };
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
