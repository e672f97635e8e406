import { checkDocuments } from '../../shared/domain/documents/checks/check-documents.ts';
import type { DocumentCheck } from '../../shared/domain/documents/document-check.ts';
import type { ReadDocument } from '../../shared/domain/documents/document-reading.ts';
import type { IsoDate } from '../../shared/domain/values.ts';

export interface SingleChecks {
  all: DocumentCheck[];
  /** Those about this document, and the comparisons that it has a part in. */
  of: (documentId: string) => DocumentCheck[];
}

/**
 * The checks of files that belong together but to no request: no slot says what a file should be, each is taken for
 * what it looks like; what would need the registration, or a vault with other requests, is not among `of`.
 */
export function checkSingly(readings: readonly ReadDocument[], today: IsoDate): SingleChecks {
  const all = checkDocuments({ readings, slots: {}, request: null, elsewhere: null, today });
  const of = (documentId: string) =>
    all.filter(
      (check) =>
        check.documentId === documentId ||
        (check.documentId === null && check.evidence.some((piece) => piece.documentId === documentId)),
    );
  return { all, of };
}
