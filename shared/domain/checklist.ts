import type { ChecklistMark } from './decision.ts';
import { documentKind, type DocumentKind, type MigrationRequest, type RequestDocument } from './request.ts';

export const marks = [
  'not-needed',
  'needed',
  'received',
  'checked',
] as const satisfies ChecklistMark['mark'][];

/** Why a document is wanted or not. */
export type WhyNeeded =
  | 'recordHere'
  | 'recordMissing'
  | 'asked'
  | 'idUnchanged'
  /** The coordinator's consent is always recorded. */
  | 'consent'
  /** The manager's permission is the order that this app prints. */
  | 'ownOrder';

export interface ChecklistItem {
  documentId: string;
  kind: DocumentKind;
  need: RequestDocument['need'];
  why: WhyNeeded;
  /** The mark before the officer touches it: the need, and whether a scan came. */
  firstMark: ChecklistMark['mark'];
}

/** What the checklist looks at. */
export type ChecklistRequest = Pick<MigrationRequest, 'documents' | 'record' | 'newKioskCode'>;

/**
 * The checklist of a request: every kind of document, in the order of the process description, also where the server
 * lists none of it (`item:<kind>`). Aadhaar and the others are never demanded by default: only where the server has
 * lost the kiosk's record, or asks; details of the new ID only where the ID changes.
 */
export function checklistItems(request: ChecklistRequest): ChecklistItem[] {
  return documentKind.options.flatMap((kind) => {
    const documents = request.documents.filter((document) => document.kind === kind);
    const listed = documents.length > 0 ? documents : [{ id: `item:${kind}`, kind, need: null, scan: null }];
    return listed.map((document): ChecklistItem => {
      const { need, why } = needOf(kind, document.need === 'needed', request);
      const firstMark = need === 'not-needed' ? need : document.scan === null ? 'needed' : 'received';
      return { documentId: document.id, kind, need, why, firstMark };
    });
  });
}

function needOf(
  kind: DocumentKind,
  isAsked: boolean,
  { record, newKioskCode }: ChecklistRequest,
): Pick<ChecklistItem, 'need' | 'why'> {
  if (kind === 'permission') return { need: 'not-needed', why: 'ownOrder' };
  if (kind === 'coordinator-consent') return { need: 'needed', why: 'consent' };
  if (kind === 'new-id' && newKioskCode === null && !isAsked)
    return { need: 'not-needed', why: 'idUnchanged' };
  if (record === null) return { need: 'needed', why: 'recordMissing' };
  return isAsked ? { need: 'needed', why: 'asked' } : { need: 'not-needed', why: 'recordHere' };
}

/**
 * The marks of a review: what the officer set, and the first mark for the rest. Marks for documents that the request
 * no longer has are dropped.
 */
export function checklistOf(items: readonly ChecklistItem[], set: readonly ChecklistMark[]): ChecklistMark[] {
  return items.map((item) => ({
    documentId: item.documentId,
    kind: item.kind,
    mark: set.find((mark) => isOf(item, mark))?.mark ?? item.firstMark,
  }));
}

export function withMark(set: readonly ChecklistMark[], mark: ChecklistMark): ChecklistMark[] {
  return [...set.filter((other) => !isOf(mark, other)), mark];
}

/** By id and kind: a server's id may look like one of ours. */
export function isOf(
  item: Pick<ChecklistMark, 'documentId' | 'kind'>,
  mark: Pick<ChecklistMark, 'documentId' | 'kind'>,
): boolean {
  return item.documentId === mark.documentId && item.kind === mark.kind;
}
