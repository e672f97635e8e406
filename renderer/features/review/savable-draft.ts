import type { Draft } from '../../../shared/domain/decision.ts';
import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import { maxNote, maxOverride, maxRemarks } from './decision-form.ts';

/**
 * The draft as it may be kept: a text with an Aadhaar number, or too long for the vault, is left as it was last kept,
 * and everything else is saved all the same.
 */
export function savableDraft(draft: Draft, lastKept: Draft): Draft {
  return {
    ...draft,
    remarks: isKeepable(draft.remarks, maxRemarks) ? draft.remarks : lastKept.remarks,
    overrides: draft.overrides.flatMap((override) => {
      if (isKeepable(override.reason, maxOverride)) return [override];
      return lastKept.overrides.filter((kept) => kept.ruleId === override.ruleId);
    }),
    verdicts: draft.verdicts.map((verdict) => {
      const kept = lastKept.verdicts.find(
        ({ id, documentId }) => id === verdict.id && documentId === verdict.documentId,
      );
      return withKeptNote(verdict, kept?.note);
    }),
    pins: draft.pins.map((pin) => withKeptNote(pin, lastKept.pins.find(({ id }) => id === pin.id)?.note)),
  };
}

function withKeptNote<Part extends { note: string }>(part: Part, kept = ''): Part {
  return isKeepable(part.note, maxNote) ? part : { ...part, note: kept };
}

function isKeepable(text: string, limit: number): boolean {
  return text.length <= limit && !containsAadhaarNumber(text);
}
