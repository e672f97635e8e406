import { indiaDate } from '../../shared/domain/india-date.ts';
import { checkDocuments } from '../../shared/domain/documents/checks/check-documents.ts';
import type { DocumentCheck, DocumentCheckId } from '../../shared/domain/documents/document-check.ts';
import type { PaperKind, ReadDocument } from '../../shared/domain/documents/document-reading.ts';
import type { DocumentKind } from '../../shared/domain/request.ts';

export interface SingleChecks {
  all: DocumentCheck[];
  /** Those about this document, and the comparisons that it has a part in. */
  of: (documentId: string) => DocumentCheck[];
}

/** Without a vault there are no other requests to look into. */
const needsVault = new Set<DocumentCheckId>([
  'same-scan-elsewhere',
  'same-photo-elsewhere',
  'same-identity-elsewhere',
]);

/** Without a request there is no slot that a paper was put into: each is taken for what it looks like. */
function slotOf(kind: PaperKind): DocumentKind | null {
  switch (kind) {
    case 'aadhaar':
    case 'ekyc':
      return 'aadhaar';
    case 'pan':
      return 'pan';
    case 'form':
      return 'application';
    case 'unknown':
      return null;
  }
}

/** The checks of files that belong together but to no request: what would need the registration is left out. */
export function checkSingly(readings: readonly ReadDocument[]): SingleChecks {
  const slots = Object.fromEntries(
    readings.flatMap(({ documentId, reading }) => {
      const slot = slotOf(reading.kind);
      return slot === null ? [] : [[documentId, slot] as const];
    }),
  );
  const input = { readings, slots, request: null, elsewhere: null, today: indiaDate(Date.now()) };
  const all = checkDocuments(input).filter(({ id }) => !needsVault.has(id));
  const of = (documentId: string) =>
    all.filter(
      (check) =>
        check.documentId === documentId ||
        (check.documentId === null && check.evidence.some((piece) => piece.documentId === documentId)),
    );
  return { all, of };
}
