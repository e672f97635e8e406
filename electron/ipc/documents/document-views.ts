import { localDocumentIds } from '../../../shared/domain/documents/local-document-ids.ts';
import type { LocalScan } from '../../../shared/domain/documents/local-scan.ts';
import type { BlobHash } from '../../../shared/domain/ids.ts';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import type { DocumentView, Examination } from '../../../shared/ipc/views/documents.ts';
import type { RunningScan, ScanExaminer } from '../../session/scan-examiner.ts';
import type { Store, StoredRequest } from '../../storage/store.ts';
import { sent, servedScan } from '../viewed-scans.ts';

type Shown = Pick<DocumentView, 'documentId' | 'kind' | 'origin' | 'state' | 'scan' | 'takenIn'>;

/** Every scan of a request: the server's or its masked copy, and those that were taken in here. */
export async function documentViews(
  store: Store,
  { request }: StoredRequest,
  examiner: Pick<ScanExaminer, 'running'>,
): Promise<DocumentView[]> {
  const served = await Promise.all(request.documents.map((document) => servedView(store, document)));
  const locals = await store.localScans(request.id);
  const attached = await store.attachments(request.id);
  const others = attached.map(async (each): Promise<Shown> => ({
    ...(await servedView(store, sent(each))),
    takenIn: { by: each.by, at: each.at },
  }));
  const ids = localDocumentIds(request.documents, locals);
  const views = [...withLocals(served, locals, ids), ...(await Promise.all(others))];
  return Promise.all(views.map((shown) => withReading(store, shown, examiner.running())));
}

async function servedView(store: Store, document: RequestDocument): Promise<Shown> {
  const { id: documentId, kind, scan } = document;
  const { state, kept } = await servedScan(store, document);
  const origin = kept !== null && kept.hash !== scan?.hash ? 'masked-copy' : 'server';
  return { documentId, kind, origin, state, scan: kept ?? scan, takenIn: null };
}

/** Each in the place of its document, or beside it; `ids` are those of `localDocumentIds`. */
function withLocals(served: readonly Shown[], locals: readonly LocalScan[], ids: readonly string[]): Shown[] {
  const views = [...served];
  for (const [nth, local] of locals.entries()) {
    const place = views.findIndex(({ documentId }) => documentId === local.documentId);
    const isFree = views[place]?.scan === null;
    const isNew = place < 0;
    const view: Shown = {
      documentId: ids[nth] ?? local.id,
      ...{ kind: local.kind, origin: 'local', state: 'ready', scan: local.scan },
      takenIn: { by: local.by, at: local.at },
    };
    if (isFree) views[place] = view;
    else views.splice(isNew ? views.length : place + 1, 0, view);
  }
  return views;
}

async function withReading(store: Store, shown: Shown, running: RunningScan | null): Promise<DocumentView> {
  const { scan, state } = shown;
  const hash = scan && state === 'ready' ? scan.hash : null;
  const stored = hash === null ? null : await store.reading(hash);
  return {
    ...shown,
    scan: scan && { hash: scan.hash, mime: scan.mime, pages: scan.pages },
    url: hash === null ? null : `/scans/${hash}`,
    reading: stored?.reading ?? null,
    examination: examinationOf(hash, stored, running),
  };
}

function examinationOf(
  hash: BlobHash | null,
  stored: Awaited<ReturnType<Store['reading']>>,
  running: RunningScan | null,
): Examination {
  if (hash === null) return { state: 'none' };
  if (running?.hash === hash) return { state: 'running', page: running.page, pages: running.pages };
  if (stored?.reading) return { state: 'done' };
  if (stored?.fault) return { state: 'failed', fault: stored.fault };
  return { state: 'waiting' };
}
