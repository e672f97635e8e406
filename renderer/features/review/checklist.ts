import type { ChecklistMark } from '../../../shared/domain/decision.ts';
import type { MigrationRequest, RequestDocument } from '../../../shared/domain/request.ts';

export const marks = [
  'not-needed',
  'needed',
  'received',
  'checked',
] as const satisfies ChecklistMark['mark'][];

/** Why a document is wanted or not; names the sentence `review.checklist.why`. */
export type WhyNeeded = 'recordHere' | 'recordMissing' | 'asked' | 'notAsked' | 'ownOrder';

/** What a document's mark is before the officer touches it: the server's need, and whether a scan came. */
export function firstMark(document: RequestDocument): ChecklistMark['mark'] {
  if (document.need === 'not-needed') return 'not-needed';
  return document.scan === null ? 'needed' : 'received';
}

/**
 * The marks of a review: what the officer set, and the first mark for the rest. Marks for documents that the request
 * no longer has are dropped.
 */
export function checklistOf(
  documents: readonly RequestDocument[],
  set: readonly ChecklistMark[],
): ChecklistMark[] {
  return documents.map((document) => ({
    documentId: document.id,
    kind: document.kind,
    mark: set.find((mark) => mark.documentId === document.id)?.mark ?? firstMark(document),
  }));
}

export function withMark(set: readonly ChecklistMark[], mark: ChecklistMark): ChecklistMark[] {
  return [...set.filter((other) => other.documentId !== mark.documentId), mark];
}

/** Documents are needed only where the server has lost the kiosk's record; the permission is our own order. */
export function whyNeeded(document: RequestDocument, record: MigrationRequest['record']): WhyNeeded {
  if (document.kind === 'permission') return 'ownOrder';
  if (document.need === 'needed') return record === null ? 'recordMissing' : 'asked';
  return record === null ? 'notAsked' : 'recordHere';
}
