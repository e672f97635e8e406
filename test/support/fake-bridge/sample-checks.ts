import type { CheckEvidence, DocumentCheck } from '../../../shared/domain/documents/document-check.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { DocumentView } from '../../../shared/ipc/views/documents.ts';

/** Placeholder until checks. */
export function sampleChecks(
  request: MigrationRequest,
  documents: readonly DocumentView[],
  _seenIn: MigrationRequest | null,
): DocumentCheck[] {
  const evidence = (side: CheckEvidence['side'], kind: string, field: string): CheckEvidence => {
    const view = documents.find((one) => one.kind === kind);
    const found = view?.reading?.fields.find((one) => one.field === field && one.source === 'print');
    return { side, documentId: view?.documentId ?? null, text: found?.value ?? '', box: found?.box ?? null };
  };
  const registered: CheckEvidence = {
    side: 'registration',
    documentId: null,
    text: request.registeredOperator.name.en,
    box: null,
  };
  return [
    {
      id: 'dob-aadhaar-pan',
      documentId: null,
      result: 'fail',
      why: 'differs',
      params: {},
      evidence: [evidence('aadhaar', 'aadhaar', 'dob'), evidence('pan', 'pan', 'dob')],
    },
    {
      id: 'name-pan-registration',
      documentId: null,
      result: 'look',
      why: 'look',
      params: {},
      evidence: [evidence('pan', 'pan', 'name'), registered],
    },
    {
      id: 'name-aadhaar-registration',
      documentId: null,
      result: 'pass',
      why: 'same',
      params: {},
      evidence: [evidence('aadhaar', 'aadhaar', 'name'), registered],
    },
  ];
}
