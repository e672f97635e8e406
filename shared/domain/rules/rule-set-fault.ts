import type { RuleSet } from '../master.ts';

/** How a rule set can contradict itself, or another; the locale files have words for each. */
export const ruleSetFaults = [
  'feesMissing',
  'feesFall',
  'noCategories',
  'monthsImpossible',
  'twoInForce',
] as const;
export type RuleSetFault = (typeof ruleSetFaults)[number];

/** A hundred years; more is a mistake, and would leave the calendar. */
const longestMonths = 1200;

/** What makes a rule set useless by itself; null when it can be judged by. */
export function ruleSetFault(set: RuleSet): RuleSetFault | null {
  if (set.fees.length < set.maximumMigrations) return 'feesMissing';
  if (set.fees.some((fee, place) => fee < (set.fees[place - 1] ?? 0))) return 'feesFall';
  if (set.categories?.length === 0) return 'noCategories';
  return set.minimumMonths > longestMonths ? 'monthsImpossible' : null;
}

/** Whether two sets judge alike; their ids, versions and orders may differ. */
export function sameRules(a: RuleSet, b: RuleSet): boolean {
  return parameters(a) === parameters(b);
}

function parameters(set: RuleSet): string {
  const { minimumKiosks, minimumMonths, maximumMigrations, fees } = set;
  return JSON.stringify([minimumKiosks, minimumMonths, maximumMigrations, categoriesOf(set), fees]);
}

/** The categories that may migrate, in one order. Source: the process description has C alone. */
export function categoriesOf(set: RuleSet): string[] {
  return [...new Set(set.categories ?? ['C'])].sort();
}
