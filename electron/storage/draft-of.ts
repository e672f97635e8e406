import type { DecisionContent, Draft } from '../../shared/domain/decision.ts';

/** A decision given back as the review that led to it. */
export function draftOf(content: DecisionContent): Draft {
  const { outcome, reasonCodes, remarks, overrides, checklist, verdicts, pins } = content;
  return { outcome, reasonCodes, remarks, overrides, checklist, verdicts, pins };
}
