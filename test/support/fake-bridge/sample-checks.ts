import { checkDocuments } from '../../../shared/domain/documents/checks/check-documents.ts';
import type { DocumentCheck } from '../../../shared/domain/documents/document-check.ts';
import { blobHash } from '../../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { DocumentView } from '../../../shared/ipc/views/documents.ts';

/** The real checks, on what the sample papers say. `seenIn`: another request in which the PAN's scan was seen. */
export function sampleChecks(
  request: MigrationRequest,
  documents: readonly DocumentView[],
  seenIn: MigrationRequest | null,
  today: string,
): DocumentCheck[] {
  const readings = documents.flatMap(({ documentId, reading, scan }) =>
    reading === null ? [] : [{ documentId, hash: scan?.hash ?? blobHash.parse('0'.repeat(64)), reading }],
  );
  const seen = seenIn && {
    what: 'scan' as const,
    documentId: `${request.id}-pan`,
    requestId: seenIn.id,
    requestNo: seenIn.requestNo,
    applicant: seenIn.applicant.name,
    distance: 2,
    isCertain: true,
  };
  return checkDocuments({
    readings,
    request,
    slots: Object.fromEntries(documents.map(({ documentId, kind }) => [documentId, kind])),
    elsewhere: seen ? [seen] : [],
    today,
  });
}
