import type { Outcome } from '../decision.ts';

/** Decisions by outcome, as the report names them. A request that was returned twice counts twice. */
export interface DecisionCounts {
  approved: number;
  rejected: number;
  returned: number;
  held: number;
}

const names = {
  approve: 'approved',
  reject: 'rejected',
  return: 'returned',
  hold: 'held',
} as const satisfies Record<Outcome, keyof DecisionCounts>;

export function noDecisions(): DecisionCounts {
  return { approved: 0, rejected: 0, returned: 0, held: 0 };
}

export function countDecision(counts: DecisionCounts, outcome: Outcome): void {
  counts[names[outcome]] += 1;
}

export function countOf(counts: DecisionCounts, outcome: Outcome): number {
  return counts[names[outcome]];
}
