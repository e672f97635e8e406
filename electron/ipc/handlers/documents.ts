import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { DocumentView } from '../../../shared/ipc/views/documents.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { SignedIn } from '../../session/session.ts';
import type { StoredRequest } from '../../storage/store.ts';
import { documentReview } from '../documents/document-review.ts';
import { documentViews } from '../documents/document-views.ts';
import { withoutPans } from '../documents/without-pans.ts';
import { done, whileSignedIn, type Services } from '../services.ts';

type Documents = Extract<keyof Handlers, `documents.${string}`>;

export function documentHandlers(services: Services): Pick<Handlers, Documents> {
  const { scans } = services.documents;
  return {
    'documents.review': ({ requestId }) =>
      withRequest(services, requestId, async (desk, stored) => {
        const { today } = await desk.engine.status();
        const review = await documentReview({ store: desk.vault.store, examiner: scans, today }, stored);
        // What the officer looks at is read before what waits.
        for (const document of review.documents.toReversed()) askFirst(services, stored, document);
        return ok(withoutPans(review));
      }),
    'documents.examine': (input) =>
      withDocument(services, input, async (_, stored, { scan, kind: _kind, state }) => {
        if (scan === null || state !== 'ready') return fail({ kind: 'not-found' });
        scans.first({ ...scan, requestId: stored.request.id });
        return done;
      }),
    'documents.reveal': ({ reason, field, ...input }) =>
      withDocument(services, input, async (desk, stored, { documentId, reading }) => {
        if (containsAadhaarNumber(reason)) return fail({ kind: 'aadhaar-number-in-text', field: 'reason' });
        const read = reading?.fields.filter((one) => one.field === field) ?? [];
        const [best] = read.toSorted((a, b) => b.confidence - a.confidence);
        if (!best) return fail({ kind: 'not-found' });
        // On record before it is shown.
        await desk.vault.store.noteAudit({
          ...{ at: instantOf(services.clock.now()), actor: desk.officer.officerId, action: 'field-revealed' },
          ...{ subject: stored.request.id, detail: { document: documentId, field, reason } },
        });
        return ok({ value: best.value });
      }),
    'documents.remove': (input) =>
      withDocument(services, input, async ({ vault, officer, engine }, stored, { scan, origin }) => {
        const locals = await vault.store.localScans(stored.request.id);
        const local = locals.find((one) => one.scan.hash === scan?.hash);
        if (origin !== 'local' || !local) return fail({ kind: 'not-found' });
        const at = instantOf(services.clock.now());
        services.applied(await vault.store.removeLocalScan(local.id, officer.officerId, at));
        engine.poke();
        services.emit('documents', { requestId: stored.request.id });
        return done;
      }),
  };
}

function askFirst(services: Services, { request }: StoredRequest, document: DocumentView): void {
  if (document.examination.state !== 'waiting' || document.scan === null) return;
  services.documents.scans.first({ ...document.scan, requestId: request.id });
}

function withRequest<Value>(
  services: Services,
  requestId: RequestId,
  work: (desk: SignedIn, stored: StoredRequest) => Promise<Result<Value, DeskError>>,
): Promise<Result<Value, DeskError>> {
  return whileSignedIn(services, async (desk) => {
    const stored = await desk.vault.store.request(requestId);
    return stored ? work(desk, stored) : fail({ kind: 'not-found' });
  });
}

function withDocument<Value>(
  services: Services,
  { requestId, documentId }: { requestId: RequestId; documentId: string },
  work: (desk: SignedIn, stored: StoredRequest, document: DocumentView) => Promise<Result<Value, DeskError>>,
): Promise<Result<Value, DeskError>> {
  return withRequest(services, requestId, async (desk, stored) => {
    const views = await documentViews(desk.vault.store, stored, services.documents.scans);
    const document = views.find((one) => one.documentId === documentId);
    return document ? work(desk, stored, document) : fail({ kind: 'not-found' });
  });
}
