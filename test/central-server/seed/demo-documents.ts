import type { MigrationRequest, RequestDocument } from '../../../shared/domain/request.ts';
import type { ScanKind } from '../../support/scans/render-scan.ts';
import { renderScan } from '../../support/scans/render-scan.ts';
import type { ScanSubject } from '../../support/scans/scan-subject.ts';
import type { SeedBlob } from './seed-rows.ts';

const kinds: RequestDocument['kind'][] = [
  'aadhaar',
  'pan',
  'old-id',
  'application',
  'permission',
  'coordinator-consent',
];
const neededKinds: RequestDocument['kind'][] = ['aadhaar', 'pan', 'application'];

/** Papers are asked for only where the server has lost the kiosk's record; the LSP's consent is recorded each time. */
export function demoDocuments(place: number, hasLostRecord: boolean): RequestDocument[] {
  return kinds.map((kind) => ({
    id: `document-${String(place + 1).padStart(4, '0')}-${kind}`,
    kind,
    need: isNeeded(kind, hasLostRecord) ? 'needed' : 'not-needed',
    scan: null,
  }));
}

function isNeeded(kind: RequestDocument['kind'], hasLostRecord: boolean): boolean {
  return kind === 'coordinator-consent' || (hasLostRecord && neededKinds.includes(kind));
}

/** Renders what is needed; every seventh request has not sent its PAN card yet. */
export async function withScans(
  subject: ScanSubject & { request: MigrationRequest },
  place: number,
): Promise<{ request: MigrationRequest; blobs: SeedBlob[] }> {
  const { request } = subject;
  const blobs: SeedBlob[] = [];
  const documents: RequestDocument[] = [];
  for (const document of request.documents) {
    const kind = scanKindOf(document, place);
    if (kind === null) {
      documents.push(document);
      continue;
    }
    const { file, ...scan } = await renderScan(kind, pictured(subject));
    documents.push({ ...document, scan: { ...scan, masked: true } });
    blobs.push({ hash: scan.hash, file, size: scan.size, mime: scan.mime, districtId: request.districtId });
  }
  return { request: { ...request, documents }, blobs };
}

function scanKindOf(document: RequestDocument, place: number): ScanKind | null {
  if (document.need === 'not-needed') return null;
  switch (document.kind) {
    case 'aadhaar':
      return 'aadhaar-card';
    case 'pan':
      return place % 7 === 0 ? null : 'pan-card';
    case 'application':
      // Not by odd and even: the open requests that need documents all stand at odd places.
      return place % 4 < 2 ? 'application-pdf' : 'application-page';
    case 'old-id':
    case 'new-id':
    case 'permission':
    case 'coordinator-consent':
      return null;
  }
}

/** Only what stands on the papers: the cache's key does not change with the rest. */
function pictured({ request, ...names }: ScanSubject & { request: MigrationRequest }): ScanSubject {
  const { id, requestNo, kioskCode, centreName, applicant, block, area } = request;
  const { reason, applicationDate, migrationsBefore, fee } = request;
  return {
    ...names,
    request: {
      id,
      requestNo,
      kioskCode,
      centreName,
      applicant,
      block,
      area,
      reason,
      applicationDate,
      migrationsBefore,
      fee,
    },
  };
}
