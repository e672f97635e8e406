import { indiaDate, instantOf } from '../../../shared/domain/india-date.ts';
import type { RequestId } from '../../../shared/domain/ids.ts';
import { documentKind, type MigrationRequest } from '../../../shared/domain/request.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import type {
  DocumentReview,
  DocumentView,
  Examination,
  TrustState,
} from '../../../shared/ipc/views/documents.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { FakeDesk } from './fake-handlers.ts';
import { fakeIntake, type IntakeChannels, type KeptScan, type KeptScans } from './fake-intake.ts';
import { sampleChecks } from './sample-checks.ts';
import { sampleOfficer } from './sample-office.ts';
import { caseOf, cardHash, readingOf } from './sample-papers-of.ts';
import { samplePhoto } from './sample-photo.ts';
import { sampleTrust } from './sample-trust.ts';

type Channels =
  | 'documents.review'
  | 'documents.examine'
  | 'documents.reveal'
  | 'documents.remove'
  | 'trust.state'
  | 'trust.update'
  | IntakeChannels;

/** The documents' calls: readings of sample papers, and a taking in that behaves like the real one. */
export function fakeDocuments(desk: FakeDesk): Pick<Handlers, Channels> {
  const kept: KeptScans = new Map();
  const examined = new Set<string>();
  let trust: TrustState = sampleTrust(null);
  const changed = (requestId: RequestId) => {
    desk.emit('documents', { requestId });
  };
  return {
    ...fakeIntake(desk, kept, changed),
    'documents.review': async ({ requestId }) => {
      const request = desk.vault.requests.get(requestId);
      return request ? ok(reviewOf(request, kept, examined, desk)) : fail({ kind: 'not-found' });
    },
    'documents.examine': async ({ requestId, documentId }) => {
      examined.add(documentId);
      changed(requestId);
      return ok(undefined);
    },
    'documents.reveal': async ({ reason }) =>
      reason.trim() === '' ? fail({ kind: 'reason-missing' }) : ok({ value: 'ABCPD1234F' }),
    'documents.remove': async ({ requestId, documentId }) => {
      kept.delete(documentId);
      changed(requestId);
      return ok(undefined);
    },
    'trust.state': async () => ok(trust),
    'trust.update': async () => {
      trust = sampleTrust(1);
      return ok(trust);
    },
  };
}

function reviewOf(
  request: MigrationRequest,
  kept: KeptScans,
  examined: ReadonlySet<string>,
  desk: FakeDesk,
): DocumentReview {
  const photo = desk.hasDocuments ? samplePhoto() : null;
  const documents = request.documents.map((document): DocumentView => {
    const own = kept.get(document.id);
    const reading = own?.reading ?? (desk.hasDocuments ? readingOf(request, document.kind, photo) : null);
    const wantsHand = desk.hasDocuments && caseOf(request) === 'hand' && document.kind === 'aadhaar' && !own;
    const { scan } = document;
    return {
      documentId: document.id,
      kind: document.kind,
      origin: own ? (wantsHand ? 'masked-copy' : 'local') : 'server',
      state: wantsHand ? 'wants-hand' : scan === null && !own ? 'none' : 'ready',
      scan: own
        ? { hash: cardHash.aadhaar, mime: 'image/jpeg', pages: 1 }
        : scan && !wantsHand
          ? { hash: scan.hash, mime: scan.mime, pages: scan.pages }
          : null,
      url: own ? own.url : scan && !wantsHand ? `/scans/${scan.hash}` : null,
      examination: examinationOf(request, document.kind, reading !== null, examined.has(document.id)),
      reading,
      takenIn: own ? { by: sampleOfficer.id, at: instantOf(own.at) } : null,
    };
  });
  const ofChecklist = [...kept].flatMap(([id, own]) => (id.startsWith('item:') ? [itemView(id, own)] : []));
  const other = [...desk.vault.requests.values()].find(({ id }) => id !== request.id);
  const seenIn = desk.hasDocuments && caseOf(request) === 'differ' ? other : undefined;
  return {
    documents: [...documents, ...ofChecklist],
    checks: desk.hasDocuments ? sampleChecks(request, documents, seenIn ?? null, indiaDate(desk.now())) : [],
    elsewhere: seenIn
      ? [
          {
            what: 'scan',
            documentId: `${request.id}-pan`,
            requestId: seenIn.id,
            requestNo: seenIn.requestNo,
            kioskCode: seenIn.kioskCode,
          },
        ]
      : [],
  };
}

/** Taken in for a kind of which the request has no document. */
function itemView(documentId: string, { url, reading, at }: KeptScan): DocumentView {
  return {
    documentId,
    kind: documentKind.parse(documentId.slice('item:'.length)),
    ...{ origin: 'local', state: 'ready', url, reading, examination: { state: 'done' } },
    scan: { hash: cardHash.aadhaar, mime: 'image/jpeg', pages: 1 },
    takenIn: { by: sampleOfficer.id, at: instantOf(at) },
  };
}

function examinationOf(
  request: MigrationRequest,
  kind: DocumentView['kind'],
  isRead: boolean,
  isAgain: boolean,
): Examination {
  if (isRead) return { state: 'done' };
  if (caseOf(request) === 'failed' && kind === 'pan') {
    return isAgain ? { state: 'running', page: 0, pages: 1 } : { state: 'failed', fault: 'damaged' };
  }
  return { state: 'none' };
}
