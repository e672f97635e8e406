import {
  fieldWithAadhaarNumber,
  obstacleTo,
  type DecidableRequest,
} from '../../../shared/domain/check-decision.ts';
import { checklistItems, checklistOf } from '../../../shared/domain/checklist.ts';
import type { Draft, Outcome } from '../../../shared/domain/decision.ts';
import type { ReasonCode } from '../../../shared/domain/master.ts';
import type { RuleResult } from '../../../shared/domain/rule-result.ts';
import type { Input } from '../../../shared/ipc/derive.ts';
import { withResult } from './rule-order.ts';

export const maxRemarks = 2000;
export const maxOverride = 500;
export const maxNote = 500;
const maxReasons = 10;

/** What still keeps a decision from being recorded; names the words `review.decide.missingItems`. */
export type Missing =
  'outcome' | 'reasons' | 'remarks' | 'reasonOrRemarks' | 'overrides' | 'aadhaar' | 'tooLong';

export type DecisionFields = Pick<
  Input<'decision.record'>,
  'outcome' | 'reasonCodes' | 'remarks' | 'overrides' | 'checklist' | 'verdicts' | 'pins'
>;

export type CheckedForm = { ok: true; fields: DecisionFields } | { ok: false; missing: Missing[] };

export interface FormContext {
  rules: readonly RuleResult[];
  request: DecidableRequest;
  reasonCodes: readonly ReasonCode[];
}

export const emptyDraft: Draft = {
  outcome: null,
  reasonCodes: [],
  remarks: '',
  overrides: [],
  checklist: [],
  verdicts: [],
  pins: [],
};

/** The reasons that may be given with an outcome; an approval needs none. */
export function reasonsFor(outcome: Outcome, codes: readonly ReasonCode[]): ReasonCode[] {
  if (outcome === 'approve') return [];
  return codes.filter((code) => code.outcomes.includes(outcome));
}

/**
 * Judges an unfinished review. An outcome that the request no longer has open counts as not chosen. What was typed for another outcome stays in the draft and is left out of what would be
 * recorded.
 */
export function checkForm(draft: Draft, context: FormContext): CheckedForm {
  const { outcome } = draft;
  if (outcome === null || obstacleTo(outcome, context.request) !== null)
    return { ok: false, missing: ['outcome', ...textFaults(draft)] };
  const allowed = reasonsFor(outcome, context.reasonCodes).map((reason) => reason.code);
  const fields: DecisionFields = {
    outcome,
    reasonCodes: draft.reasonCodes.filter((code) => allowed.includes(code)).slice(0, maxReasons),
    remarks: draft.remarks.trim(),
    overrides: outcome === 'approve' ? givenOverrides(draft, context.rules) : [],
    checklist: checklistOf(checklistItems(context.request), draft.checklist),
    verdicts: draft.verdicts,
    pins: draft.pins,
  };
  const missing = [...missingFor(fields, context.rules), ...textFaults(draft)];
  return missing.length === 0 ? { ok: true, fields } : { ok: false, missing };
}

function givenOverrides(draft: Draft, rules: readonly RuleResult[]): DecisionFields['overrides'] {
  return withResult(rules, 'fail').flatMap((rule) => {
    const reason = draft.overrides.find((override) => override.ruleId === rule.id)?.reason.trim() ?? '';
    return reason === '' ? [] : [{ ruleId: rule.id, reason }];
  });
}

function missingFor(fields: DecisionFields, rules: readonly RuleResult[]): Missing[] {
  const hasReasons = fields.reasonCodes.length > 0;
  const hasRemarks = fields.remarks.length > 0;
  switch (fields.outcome) {
    case 'approve':
      return fields.overrides.length < withResult(rules, 'fail').length ? ['overrides'] : [];
    case 'reject':
      return hasReasons ? [] : ['reasons'];
    case 'return':
      return [...(hasReasons ? [] : (['reasons'] as const)), ...(hasRemarks ? [] : (['remarks'] as const))];
    case 'hold':
      return hasReasons || hasRemarks ? [] : ['reasonOrRemarks'];
  }
}

function textFaults(draft: Draft): Missing[] {
  return [
    ...(hasAadhaarNumber(draft) ? (['aadhaar'] as const) : []),
    ...(isTooLong(draft) ? (['tooLong'] as const) : []),
  ];
}

/** A text with a full Aadhaar number is not even kept as a draft. */
export function hasAadhaarNumber(draft: Draft): boolean {
  return fieldWithAadhaarNumber(draft) !== null;
}

/** A text that is not kept as it stands. */
export function hasTextFault(draft: Draft): boolean {
  return hasAadhaarNumber(draft) || isTooLong(draft);
}

export function isTooLong(draft: Draft): boolean {
  return (
    draft.remarks.length > maxRemarks ||
    draft.overrides.some((override) => override.reason.length > maxOverride) ||
    [...draft.verdicts, ...draft.pins].some(({ note }) => note.length > maxNote)
  );
}

export function withOverride(draft: Draft, ruleId: RuleResult['id'], reason: string): Draft {
  const others = draft.overrides.filter((override) => override.ruleId !== ruleId);
  return { ...draft, overrides: reason === '' ? others : [...others, { ruleId, reason }] };
}

export function withReason(draft: Draft, code: string, isChosen: boolean): Draft {
  const others = draft.reasonCodes.filter((other) => other !== code);
  return { ...draft, reasonCodes: isChosen ? [...others, code] : others };
}
