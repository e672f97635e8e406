import type { RuleSet } from '../master.ts';
import type { IsoDate } from '../values.ts';
import type { Doubt } from './make-result.ts';
import { ruleSetFault, sameRules } from './rule-set-fault.ts';
import { staleDoubt, type Currency } from './staleness.ts';

/** No business date lies before it. */
const firstDay = '2000-01-01';

/** The rules of a day, and why they cannot be judged by, if so. */
export interface InForce {
  /** Null also where the set contradicts itself: nothing in it can be relied on. */
  set: RuleSet | null;
  orderNo: string | null;
  doubt: Doubt | string | null;
}

/** The rule set in force on a date: the latest that took effect by then. */
export function ruleSetOn(date: IsoDate, ruleSets: readonly RuleSet[]): RuleSet | null {
  const inForce = ruleSets.filter((set) => set.effectiveFrom <= date);
  return inForce.reduce<RuleSet | null>(
    (latest, set) => (latest === null || set.effectiveFrom > latest.effectiveFrom ? set : latest),
    null,
  );
}

/**
 * The rules that apply to a request of this date. Without a date only a set that was always in force, and is the only
 * one, is certain to apply.
 */
export function rulesInForce(
  date: IsoDate | null,
  ruleSets: readonly RuleSet[],
  currency: Currency | undefined,
): InForce {
  const set = date === null ? onlyRuleSet(ruleSets) : ruleSetOn(date, ruleSets);
  if (set === null) return { set, orderNo: null, doubt: 'noRuleSet' };
  const rival = ruleSets.some((one) => one.effectiveFrom === set.effectiveFrom && !sameRules(one, set));
  const fault = rival ? 'twoInForce' : ruleSetFault(set);
  const { orderNo } = set;
  if (fault !== null) return { set: null, orderNo, doubt: { because: 'ruleSetFaulty', evidence: { fault } } };
  return {
    set,
    orderNo,
    doubt: staleDoubt('ruleSets', set.asOf ?? currency?.ruleSetsAsOf ?? null, currency),
  };
}

function onlyRuleSet(ruleSets: readonly RuleSet[]): RuleSet | null {
  const [only, ...others] = ruleSets;
  return only && others.length === 0 && only.effectiveFrom <= firstDay ? only : null;
}
