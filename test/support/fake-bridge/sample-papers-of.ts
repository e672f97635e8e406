import { blobHash } from '../../../shared/domain/ids.ts';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import type { DocumentReading } from '../../../shared/domain/documents/document-reading.ts';
import type { MigrationRequest, RequestDocument } from '../../../shared/domain/request.ts';
import { aadhaarReading, formReading, panReading } from './sample-readings.ts';

/** The pictures of `harness-cards.ts`, by the first letter of the hash. */
export const cardHash = {
  aadhaar: blobHash.parse('d'.repeat(64)),
  pan: blobHash.parse('e'.repeat(64)),
  form: blobHash.parse('f'.repeat(64)),
  bothSides: blobHash.parse('7'.repeat(64)),
};

/** How a request's documents stand: all agree, one differs, one wants a box by hand, one could not be read (and the Aadhaar's
 * sides are one PDF). */
export type SampleCase = 'agree' | 'differ' | 'hand' | 'failed';
const cases: readonly SampleCase[] = ['differ', 'agree', 'hand', 'failed'];

export function caseOf({ id }: Pick<MigrationRequest, 'id'>): SampleCase {
  return cases[Number(id.slice(-5)) % cases.length] ?? 'agree';
}

/** Aadhaar, PAN and a form of two pages, as they would come with the request. */
export function fullDocuments(request: MigrationRequest): RequestDocument[] {
  const scan = (hash: (typeof cardHash)['pan'], pages: number, masked = true) => ({
    ...{ hash, size: 180_000, pages, masked },
    mime: pages === 1 ? ('image/jpeg' as const) : ('application/pdf' as const),
  });
  const id = (kind: string) => `${request.id}-${kind}`;
  return [
    {
      id: id('aadhaar'),
      kind: 'aadhaar',
      need: 'needed',
      scan:
        caseOf(request) === 'failed'
          ? scan(cardHash.bothSides, 2)
          : scan(cardHash.aadhaar, 1, caseOf(request) !== 'hand'),
    },
    { id: id('pan'), kind: 'pan', need: 'needed', scan: scan(cardHash.pan, 1) },
    { id: id('application'), kind: 'application', need: 'needed', scan: scan(cardHash.form, 2) },
    { id: id('old-id'), kind: 'old-id', need: 'not-needed', scan: null },
  ];
}

/** The card's front after its back, both in one file. */
function onSecondPage(reading: DocumentReading): DocumentReading {
  const [page = { width: 1000, height: 640 }] = reading.pages;
  const turned = <Placed extends { box: PageBox | null }>(placed: Placed): Placed => ({
    ...placed,
    box: placed.box && { ...placed.box, page: 1 },
  });
  return {
    ...reading,
    pages: [page, page],
    fields: reading.fields.map(turned),
    code: reading.code && turned(reading.code),
  };
}

/** What stands on each of them; null where nothing could be read. */
export function readingOf(
  request: MigrationRequest,
  kind: RequestDocument['kind'],
  photo: string | null,
): DocumentReading | null {
  const differs = caseOf(request) === 'differ';
  switch (kind) {
    case 'aadhaar':
      if (caseOf(request) === 'hand') return null;
      return caseOf(request) === 'failed'
        ? onSecondPage(aadhaarReading({ request, photo, differs }))
        : aadhaarReading({ request, photo, differs });
    case 'pan':
      return caseOf(request) === 'failed' ? null : panReading({ request, photo, differs });
    case 'application':
      return formReading({ request, photo, differs });
    case 'old-id':
    case 'new-id':
    case 'permission':
    case 'coordinator-consent':
      return null;
  }
}
