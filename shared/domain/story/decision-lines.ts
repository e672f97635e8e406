import type { Outcome } from '../decision.ts';
import { indiaDate } from '../india-date.ts';
import { pileOfStatus, standsLocally } from '../slim-row.ts';
import type { StoryDecision, StoryInput, StoryKey, StoryLine } from './story-line.ts';

/**
 * Whether this desk's decision speaks for the request although the server's version does not tell of it yet: it has
 * no answer, or its answer is here and the new version is not. One that can still be undone speaks for nothing yet.
 */
export function isDecisionAhead({ request, row, decision }: StoryInput): boolean {
  if (decision === null || decision.state === 'recorded') return false;
  if (standsLocally(decision.state)) return true;
  return decision.state === 'accepted' && row.pile !== pileOfStatus(request.status);
}

/** What this desk decided, where the server's history does not tell it. */
export function decisionLines(input: StoryInput): StoryLine[] {
  const { decision } = input;
  if (decision === null) return [];
  switch (decision.state) {
    case 'recorded':
      // It can still be undone: what it says is not told to anybody at a counter yet.
      return [answer('decision-not-final')];
    case 'sealed':
    case 'sent':
      return [decided(decision)];
    case 'accepted':
      return isDecisionAhead(input) ? [decided(decision), answer('answer-accepted')] : [];
    case 'refused':
      return [decided(decision), answer('answer-refused')];
    case 'conflicted':
      return [decided(decision), answer('answer-conflicted')];
    case 'undone':
      return [];
  }
}

const decidedKeys = {
  approve: 'decided-approve',
  reject: 'decided-reject',
  return: 'decided-return',
  hold: 'decided-hold',
} as const satisfies Record<Outcome, StoryKey>;

function decided(decision: StoryDecision): StoryLine {
  const { outcome, reasonCodes, remarks, recordedAt, orderNo } = decision;
  const reasons = outcome === 'approve' ? {} : { codes: reasonCodes, remarks: remarks.trim() };
  return {
    on: indiaDate(Date.parse(recordedAt)),
    key: decidedKeys[outcome],
    facts: { ...reasons, orderNo },
  };
}

function answer(key: StoryKey): StoryLine {
  return { on: null, key, facts: {} };
}
