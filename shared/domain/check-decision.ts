import { fail, ok, type Result } from '../result.ts';
import { containsAadhaarNumber } from './aadhaar-number.ts';
import { checklistItems, isOf } from './checklist.ts';
import type { ChecklistMark, Outcome } from './decision.ts';
import type { CheckVerdict, EvidencePin } from './documents/document-check.ts';
import { hasWords } from './has-words.ts';
import type { ReasonCode } from './master.ts';
import type { MigrationRequest } from './request.ts';
import type { RuleResult } from './rule-result.ts';

/** What an officer is about to record, as the window and the main process both check it. */
export interface ProposedDecision {
  outcome: Outcome;
  reasonCodes: readonly string[];
  remarks: string;
  overrides: readonly { ruleId: string; reason: string }[];
  checklist: readonly Pick<ChecklistMark, 'documentId' | 'kind'>[];
  verdicts: readonly CheckVerdict[];
  pins: readonly EvidencePin[];
}

/** Characters of verdicts and pins as JSON: with all else at its largest, a decision can still be sent. */
const maximumReviewLength = 60_000;

/** Of the request as it stands. */
export type DecidableRequest = Pick<
  MigrationRequest,
  'purpose' | 'status' | 'history' | 'pauses' | 'documents' | 'record' | 'newKioskCode'
>;

/** Why an outcome is not open for a request, whatever is written with it. */
export type OutcomeObstacle = 'not-migration' | 'already-returned' | 'already-on-hold' | 'no-room';

export type DecisionFault =
  | { kind: 'outcome-not-allowed'; why: OutcomeObstacle }
  | { kind: 'invalid-input'; path: string }
  | { kind: 'reason-missing' }
  | { kind: 'remarks-missing' }
  | { kind: 'override-missing'; rules: string[] }
  | { kind: 'aadhaar-number-in-text'; field: string };

/**
 * What keeps an outcome from a request; the window, the main process and the server ask the same. The last are the
 * schema's own bounds on history and pauses: past them nobody could read the request any more.
 */
export function obstacleTo(outcome: Outcome, request: DecidableRequest): OutcomeObstacle | null {
  if (request.purpose !== 'MIGRATION') return 'not-migration';
  if (outcome === 'return' && request.status === 'returned') return 'already-returned';
  if (outcome === 'hold' && request.status === 'on-hold') return 'already-on-hold';
  return request.history.length >= 200 || request.pauses.length >= 100 ? 'no-room' : null;
}

/**
 * Whether a decision may be recorded: the outcome must be open for the request, and the checklist, the verdicts and the
 * pins be about its documents; a rejection and a return need a coded reason that fits the outcome, a hold needs
 * a coded reason or remarks, an approval needs a reason for each failing rule that it sets aside, and no free text may
 * hold an Aadhaar number.
 */
export function checkDecision(
  proposed: ProposedDecision,
  request: DecidableRequest,
  rules: readonly RuleResult[],
  reasonCodes: readonly ReasonCode[],
): Result<undefined, DecisionFault> {
  const field = fieldWithAadhaarNumber(proposed);
  if (field !== null) return fail({ kind: 'aadhaar-number-in-text', field });
  const why = obstacleTo(proposed.outcome, request);
  if (why !== null) return fail({ kind: 'outcome-not-allowed', why });
  if (!isChecklistOf(request, proposed.checklist)) return fail({ kind: 'invalid-input', path: 'checklist' });
  const wrong = wrongReviewPart(request, proposed);
  if (wrong !== null) return fail({ kind: 'invalid-input', path: wrong });
  switch (proposed.outcome) {
    case 'approve':
      return checkOverrides(proposed, rules);
    case 'reject':
    case 'return':
      return hasFittingReason(proposed, reasonCodes) ? ok(undefined) : fail({ kind: 'reason-missing' });
    case 'hold':
      if (hasFittingReason(proposed, reasonCodes) || hasWords(proposed.remarks)) return ok(undefined);
      return fail({ kind: 'remarks-missing' });
  }
}

/** The failing rules for which an approval has no reason yet. */
export function rulesWithoutOverride(
  rules: readonly RuleResult[],
  overrides: ProposedDecision['overrides'],
): string[] {
  const given = new Set(overrides.filter((o) => hasWords(o.reason)).map((o) => o.ruleId));
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

function isChecklistOf(request: DecidableRequest, checklist: ProposedDecision['checklist']): boolean {
  const items = checklistItems(request);
  return checklist.every((mark) => items.some((item) => isOf(item, mark)));
}

/**
 * Which of verdicts and pins is not one of this request, is there twice, or makes the decision too long; null when all
 * is well.
 */
function wrongReviewPart(
  request: DecidableRequest,
  { verdicts, pins }: Pick<ProposedDecision, 'verdicts' | 'pins'>,
): 'verdicts' | 'pins' | null {
  const documents = new Set<string | null>(checklistItems(request).map((item) => item.documentId));
  const about = new Set(verdicts.map(({ id, documentId }) => `${id} ${documentId ?? ''}`));
  const isOfRequest = (part: { documentId: string | null }) => documents.has(part.documentId);
  if (about.size < verdicts.length) return 'verdicts';
  if (!verdicts.every((verdict) => verdict.documentId === null || isOfRequest(verdict))) return 'verdicts';
  if (new Set(pins.map((pin) => pin.id)).size < pins.length || !pins.every(isOfRequest)) return 'pins';
  return JSON.stringify([verdicts, pins]).length > maximumReviewLength ? 'verdicts' : null;
}

/** The first free text that may hold an Aadhaar number, null when none does. */
export function fieldWithAadhaarNumber(
  proposed: Pick<ProposedDecision, 'remarks' | 'overrides' | 'verdicts' | 'pins'>,
): string | null {
  if (containsAadhaarNumber(proposed.remarks)) return 'remarks';
  const override = proposed.overrides.find((o) => containsAadhaarNumber(o.reason));
  if (override) return `overrides.${override.ruleId}`;
  const verdict = proposed.verdicts.find((v) => containsAadhaarNumber(v.note));
  if (verdict) return `verdicts.${verdict.id}`;
  const pin = proposed.pins.find((p) => containsAadhaarNumber(p.note));
  return pin ? `pins.${pin.id}` : null;
}
