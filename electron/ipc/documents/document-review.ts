import { checkDocuments } from '../../../shared/domain/documents/checks/check-documents.ts';
import type { DocumentCheck } from '../../../shared/domain/documents/document-check.ts';
import type { DocumentReview, DocumentView, SeenElsewhere } from '../../../shared/ipc/views/documents.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import type { ScanExaminer } from '../../session/scan-examiner.ts';
import type { StoredRequest } from '../../storage/store.ts';
import type { OpenVault } from '../../storage/vault.ts';
import { documentViews } from './document-views.ts';

export interface ReviewSources {
  store: OpenVault['store'];
  examiner: Pick<ScanExaminer, 'running'>;
  today: IsoDate;
}

/** What stands on the documents of a request, and what it says for and against each other and the registration. */
export async function documentReview(
  { store, examiner, today }: ReviewSources,
  stored: StoredRequest,
): Promise<DocumentReview> {
  const { request } = stored;
  const documents = await documentViews(store, stored, examiner);
  const readings = documents.flatMap(readingOf);
  // Nothing was read: nothing is searched for either.
  if (readings.length === 0) return { documents, checks: [], elsewhere: [] };
  const seen = await store.sameElsewhere(request.id);
  const rows = await Promise.all(
    [...new Set(seen.map(({ requestId }) => requestId))].map((id) => store.request(id)),
  );
  const codes = new Map(rows.flatMap((row) => (row ? [[row.request.id, row.request.kioskCode]] : [])));
  const checks = checkDocuments({
    readings,
    slots: Object.fromEntries(documents.map(({ documentId, kind }) => [documentId, kind])),
    request,
    elsewhere: seen,
    today,
  });
  const elsewhere = seen.map(({ what, documentId, requestId, requestNo }): SeenElsewhere => {
    return { what, documentId, requestId, requestNo, kioskCode: codes.get(requestId) ?? '' };
  });
  return { documents, checks, elsewhere };
}

/** The advice that a decision records: all of it, also where the officer said nothing of it. */
export function adviceOf(checks: readonly DocumentCheck[]) {
  return checks.map(({ id, documentId, result, why }) => ({ id, documentId, result, why }));
}

function readingOf({ documentId, scan, reading }: DocumentView) {
  return scan && reading ? [{ documentId, hash: scan.hash, reading }] : [];
}
