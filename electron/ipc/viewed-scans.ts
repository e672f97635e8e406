import type { LocalScan } from '../../shared/domain/documents/local-scan.ts';
import type { MigrationRequest, RequestDocument } from '../../shared/domain/request.ts';
import type { RequestDetail, ScanState } from '../../shared/ipc/contract.ts';
import type { Attachment } from '../../shared/sync/attachments.ts';
import type { Store, StoredScan } from '../storage/store.ts';

type ViewedScan = RequestDetail['scans'][number];
type Scans = Pick<Store, 'scan' | 'maskedCopy' | 'localScans' | 'attachments'>;

/** What can be looked at of a request's documents: the server's scans, their masked copies, those taken in here. */
export async function viewedScans(
  store: Scans,
  request: Pick<MigrationRequest, 'id' | 'documents'>,
): Promise<ViewedScan[]> {
  const ofServer = await Promise.all(request.documents.map((document) => servedScan(store, document)));
  const own = (await store.localScans(request.id)).map(localOf);
  // In place of a document without a scan, in addition to one that has it.
  const stillEmpty = ofServer.filter(
    ({ state, documentId }) => state !== 'none' || !own.some((local) => local.documentId === documentId),
  );
  const others = (await store.attachments(request.id)).map((attached) => servedScan(store, sent(attached)));
  return [...stillEmpty, ...own, ...(await Promise.all(others))];
}

/** A scan of another desk as a document of its own: it stands beside what the request names. */
export function sent({ id, kind, scan }: Attachment): RequestDocument {
  return { id, kind, need: 'needed', scan };
}

function localOf({ id, documentId, scan }: LocalScan): ViewedScan {
  return { documentId, state: 'ready', url: urlOf(scan.hash), kept: scan, localScanId: id };
}

/** The server's scan of a document, or its masked copy. */
export async function servedScan(
  store: Scans,
  { id: documentId, scan }: RequestDocument,
): Promise<ViewedScan> {
  const nothing = { documentId, url: null, kept: null, localScanId: null };
  if (scan === null) return { ...nothing, state: 'none' };
  const stored = await store.scan(scan.hash);
  const isUnmasked = !scan.masked || stored?.masked === false;
  if (!isUnmasked) {
    const state = stateOf(stored);
    if (state !== 'ready') return { ...nothing, state };
    const { masked: _masked, ...kept } = scan;
    return { ...nothing, state, url: urlOf(scan.hash), kept };
  }
  const kept = await store.maskedCopy(scan.hash);
  if (kept === null) return { ...nothing, state: unmaskedState(stored) };
  return { ...nothing, state: 'ready', url: urlOf(kept.hash), kept };
}

function stateOf(stored: StoredScan | null): ScanState {
  return stored?.state === 'ready' || stored?.state === 'failed' ? stored.state : 'waiting';
}

function unmaskedState(stored: StoredScan | null): ScanState {
  if (!stored?.isGivenUp) return 'unmasked';
  return stored.why === 'wants-hand' || stored.why === 'still-readable' ? 'wants-hand' : 'failed';
}

function urlOf(hash: string): string {
  return `/scans/${hash}`;
}
