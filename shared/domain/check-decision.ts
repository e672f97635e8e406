import { fail, ok, type Result } from '../result.ts';
import { containsAadhaarNumber } from './aadhaar-number.ts';
import type { Outcome } from './decision.ts';
import type { ReasonCode } from './master.ts';
import type { RuleResult } from './rule-result.ts';

/** What an officer is about to record, as the window and the main process both check it. */
export interface ProposedDecision {
  outcome: Outcome;
  reasonCodes: readonly string[];
  remarks: string;
  overrides: readonly { ruleId: string; reason: string }[];
}

export type DecisionFault =
  | { kind: 'reason-missing' }
  | { kind: 'remarks-missing' }
  | { kind: 'override-missing'; rules: string[] }
  | { kind: 'aadhaar-number-in-text'; field: string };

/**
 * Whether a decision may be recorded: a rejection and a return need a coded reason that fits the outcome, a hold needs
 * a coded reason or remarks, an approval needs a reason for each failing rule that it sets aside, and no free text may
 * hold an Aadhaar number.
 */
export function checkDecision(
  proposed: ProposedDecision,
  rules: readonly RuleResult[],
  reasonCodes: readonly ReasonCode[],
): Result<undefined, DecisionFault> {
  const field = fieldWithAadhaarNumber(proposed);
  if (field !== null) return fail({ kind: 'aadhaar-number-in-text', field });
  switch (proposed.outcome) {
    case 'approve':
      return checkOverrides(proposed, rules);
    case 'reject':
    case 'return':
      return hasFittingReason(proposed, reasonCodes) ? ok(undefined) : fail({ kind: 'reason-missing' });
    case 'hold':
      if (hasFittingReason(proposed, reasonCodes) || proposed.remarks.trim().length > 0) return ok(undefined);
      return fail({ kind: 'remarks-missing' });
  }
}

/** The failing rules for which an approval has no reason yet. */
export function rulesWithoutOverride(
  rules: readonly RuleResult[],
  overrides: ProposedDecision['overrides'],
): string[] {
  const given = new Set(overrides.filter((o) => o.reason.trim().length > 0).map((o) => o.ruleId));
  return rules.filter((rule) => rule.result === 'fail' && !given.has(rule.id)).map((rule) => rule.id);
}

function checkOverrides(
  proposed: ProposedDecision,
  rules: readonly RuleResult[],
): Result<undefined, DecisionFault> {
  const missing = rulesWithoutOverride(rules, proposed.overrides);
  return missing.length === 0 ? ok(undefined) : fail({ kind: 'override-missing', rules: missing });
}

/** Every code must be known and fit the outcome; at least one is needed. */
function hasFittingReason(proposed: ProposedDecision, known: readonly ReasonCode[]): boolean {
  const outcome = proposed.outcome;
  if (outcome === 'approve' || proposed.reasonCodes.length === 0) return false;
  const fitting = new Set(known.filter((code) => code.outcomes.includes(outcome)).map((code) => code.code));
  return proposed.reasonCodes.every((code) => fitting.has(code));
}

function fieldWithAadhaarNumber(proposed: ProposedDecision): string | null {
  if (containsAadhaarNumber(proposed.remarks)) return 'remarks';
  const override = proposed.overrides.find((o) => containsAadhaarNumber(o.reason));
  return override ? `overrides.${override.ruleId}` : null;
}
