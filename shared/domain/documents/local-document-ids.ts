import type { LocalScan } from './local-scan.ts';
import type { RequestDocument } from '../request.ts';

/**
 * Under which id each scan that was taken in stands among a request's documents. The first for a document without a scan
 * takes its place; each further one stands beside it under its own id: the back of a card is often a file of its own.
 */
export function localDocumentIds(
  documents: readonly Pick<RequestDocument, 'id' | 'scan'>[],
  locals: readonly Pick<LocalScan, 'id' | 'documentId'>[],
): string[] {
  const taken = new Set(documents.filter(({ scan }) => scan !== null).map(({ id }) => id));
  return locals.map(({ id, documentId }) => {
    if (taken.has(documentId)) return id;
    taken.add(documentId);
    return documentId;
  });
}
