import { isOf, type ChecklistItem } from '../../../shared/domain/checklist.ts';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import type { DocumentReview, DocumentView } from '../../../shared/ipc/views/documents.ts';
import type { ViewedDocument } from '../viewer/document-pane.tsx';

/**
 * What the viewer shows: the request's documents, each with the scan that stands for it now (as it came, masked here,
 * or taken in by an officer), and what was taken in besides. The manager's permission is the order that this app makes:
 * only one that came as a scan is there to be looked at.
 */
export function viewedDocuments(
  { request, scans }: Pick<RequestDetail, 'request' | 'scans'>,
  review: DocumentReview | null,
): ViewedDocument[] {
  const views = review?.documents ?? [];
  const shown = request.documents.filter(({ kind, scan }) => kind !== 'permission' || scan !== null);
  const known = new Set(request.documents.map(({ id }) => id));
  const own = shown.map((document): ViewedDocument => {
    const view = views.find(({ documentId }) => documentId === document.id);
    if (view && view.url !== null && view.scan !== null) {
      return { document, state: 'ready', url: view.url, mime: view.scan.mime };
    }
    const scan = scans.find((one) => one.documentId === document.id);
    return {
      document,
      state: view?.state ?? scan?.state ?? 'none',
      url: scan?.url ?? null,
      mime: document.scan?.mime ?? null,
    };
  });
  return [...own, ...views.filter(({ documentId }) => !known.has(documentId)).map(takenInBesides)];
}

/** Whether there is something of an item of the checklist to look at, or to wait for. */
export function isSeen(documents: readonly ViewedDocument[], item: ChecklistItem): boolean {
  return documents.some(
    ({ document, state }) => state !== 'none' && isOf(item, { documentId: document.id, kind: document.kind }),
  );
}

/** A document that the request does not list. */
function takenInBesides({ documentId, kind, state, url, scan }: DocumentView): ViewedDocument {
  return {
    document: { id: documentId, kind, need: 'not-needed', scan: null },
    state: url === null ? state : 'ready',
    url,
    mime: scan?.mime ?? null,
  };
}
