import type { MigrationRequest, RequestDocument } from '../../../shared/domain/request.ts';
import { samplePerson } from '../../support/corpus/person.ts';
import {
  aadhaarScan,
  anotherYear,
  formScan,
  panScan,
  type AadhaarLook,
} from '../../support/scans/corpus-scan.ts';
import { requestPerson } from '../../support/scans/request-person.ts';
import type { RenderedScan } from '../../support/scans/scan-file.ts';
import type { SeedBlob } from './seed-rows.ts';

/** What the papers of a request have to be found out about. */
export type PaperCase =
  | 'in-order'
  /** The PAN card gives another birth date. */
  | 'pan-birth-date'
  /** Somebody else's name stands on the form. */
  | 'form-name'
  | 'altered-code'
  /** The server has the Aadhaar scan with its number, which the desk finds. */
  | 'unmasked'
  /** The same, and so blurred that no number is found. */
  | 'unmasked-blurred'
  /** The Aadhaar scan is that of another request. */
  | 'shared-scan';

interface Papers {
  request: MigrationRequest;
  blobs: SeedBlob[];
}

/**
 * Gives a request an Aadhaar, a PAN card and a form of two pages, as the checks of the desk read them.
 * @param lender whose Aadhaar scan is used in `shared-scan`.
 */
export async function withPapers(
  request: MigrationRequest,
  paperCase: PaperCase,
  lender = request,
): Promise<Papers> {
  const person = requestPerson(request);
  const look = looks[paperCase];
  const holder = paperCase === 'shared-scan' ? requestPerson(lender) : person;
  const panHolder =
    paperCase === 'pan-birth-date' ? { ...person, bornOn: anotherYear(person.bornOn) } : person;
  const formHolder =
    paperCase === 'form-name' ? { ...person, name: samplePerson(person.seed + 1).name } : person;
  const scans: Partial<Record<RequestDocument['kind'], RenderedScan>> = {
    aadhaar: await aadhaarScan(holder, look),
    pan: await panScan(panHolder),
    application: await formScan(formHolder),
  };
  const documents = request.documents.map((document): RequestDocument => {
    const drawn = scans[document.kind];
    if (!drawn) return document;
    const { file: _file, ...scan } = drawn;
    const isMasked = document.kind !== 'aadhaar' || (look !== 'unmasked' && look !== 'blurred');
    return { ...document, need: 'needed', scan: { ...scan, masked: isMasked } };
  });
  const blobs = Object.values(scans).map(({ hash, file, size, mime }) => {
    return { hash, file, size, mime, districtId: request.districtId };
  });
  return { request: { ...request, documents }, blobs };
}

const looks: Record<PaperCase, AadhaarLook> = {
  'in-order': 'masked',
  'pan-birth-date': 'masked',
  'form-name': 'masked',
  'altered-code': 'altered',
  unmasked: 'unmasked',
  'unmasked-blurred': 'blurred',
  'shared-scan': 'masked',
};

const demoCases: readonly PaperCase[] = [
  'in-order',
  'pan-birth-date',
  'form-name',
  'altered-code',
  'unmasked',
  'unmasked-blurred',
  'in-order',
  'shared-scan',
];

/** Which requests get such papers: the first pending ones of the officer's district that need documents. */
export function demoPapersOf(
  requests: readonly MigrationRequest[],
): { request: MigrationRequest; paperCase: PaperCase }[] {
  const fitting = requests.filter(takesPapers).sort((a, b) => a.id.localeCompare(b.id));
  return demoCases.flatMap((paperCase, place) => {
    const request = fitting[place];
    return request ? [{ request, paperCase }] : [];
  });
}

export async function withDemoPapers(
  requests: readonly MigrationRequest[],
  blobs: readonly SeedBlob[],
): Promise<{ requests: MigrationRequest[]; blobs: SeedBlob[] }> {
  const chosen = demoPapersOf(requests);
  const given = new Map<string, Papers>();
  for (const { request, paperCase } of chosen) {
    given.set(request.id, await withPapers(request, paperCase, chosen[0]?.request));
  }
  return {
    requests: requests.map((request) => given.get(request.id)?.request ?? request),
    blobs: [...blobs, ...[...given.values()].flatMap((papers) => papers.blobs)],
  };
}

/** Of one name, so that the papers agree with both registers. */
function takesPapers({
  districtId,
  status,
  record,
  applicant,
  registeredOperator,
}: MigrationRequest): boolean {
  const isOneName = registeredOperator.name.hi === applicant.name.hi;
  return districtId === 'jaipur' && status === 'pending' && record === null && isOneName;
}
