import { checkDocuments } from '../../shared/domain/documents/checks/check-documents.ts';
import type { DocumentCheck } from '../../shared/domain/documents/document-check.ts';
import type { ReadDocument } from '../../shared/domain/documents/document-reading.ts';
import type { IsoDate } from '../../shared/domain/values.ts';

export interface SingleChecks {
  /** All that are about some document, each once. */
  shown: DocumentCheck[];
  /** Those about this document, and the comparisons that it has a part in. */
  of: (documentId: string) => DocumentCheck[];
}

/**
 * The checks of files that belong together but to no request: no slot says what a file should be, each is taken for
 * what it looks like; what would need the registration, or a vault with other requests, is not shown.
 */
export function checkSingly(readings: readonly ReadDocument[], today: IsoDate): SingleChecks {
  const all = checkDocuments({ readings, slots: {}, request: null, elsewhere: null, today });
  const shown = all.filter((check) => readings.some(({ documentId }) => isAbout(check, documentId)));
  return { shown, of: (documentId) => shown.filter((check) => isAbout(check, documentId)) };
}

function isAbout(check: DocumentCheck, documentId: string): boolean {
  if (check.documentId !== null) return check.documentId === documentId;
  return check.evidence.some((piece) => piece.documentId === documentId);
}
