import { useMemo, useState } from 'react';
import type { BlobHash } from '../../../shared/domain/ids.ts';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import { call } from '../../app/bridge.ts';
import { useErrorText } from '../../app/i18n/use-error-text.ts';
import { showNotice } from '../../ui/notice.tsx';
import type { ViewedDocument } from '../viewer/document-viewer.tsx';

export interface Scans {
  documents: ViewedDocument[];
  /** The first document that can be looked at. */
  firstId: string | null;
  fetching: ReadonlySet<BlobHash>;
  fetchScan: (hash: BlobHash) => void;
}

/** The request's documents with the state of their scans, and the way to ask for one that is not here. */
export function useScans(detail: RequestDetail | null, reload: () => void): Scans {
  const errorText = useErrorText();
  const [fetching, setFetching] = useState<ReadonlySet<BlobHash>>(new Set());

  const documents = useMemo(() => (detail ? viewedDocuments(detail) : []), [detail]);
  const firstReady = documents.find((viewed) => viewed.state === 'ready') ?? documents[0];

  const run = async (hash: BlobHash) => {
    setFetching((hashes) => new Set([...hashes, hash]));
    const answer = await call('scan.fetch', { hash });
    setFetching((hashes) => new Set([...hashes].filter((other) => other !== hash)));
    if (answer.ok) {
      reload();
      return;
    }
    const { title, advice } = errorText(answer.error);
    showNotice({ tone: 'warn', title, content: advice }, 8000);
  };

  return {
    documents,
    firstId: firstReady?.document.id ?? null,
    fetching,
    fetchScan: (hash) => void run(hash),
  };
}

/** The manager's permission is the order that this app makes: only one that came as a scan is there to be looked at. */
function viewedDocuments({ request, scans }: RequestDetail): ViewedDocument[] {
  const shown = request.documents.filter(({ kind, scan }) => kind !== 'permission' || scan !== null);
  return shown.map((document) => {
    const ofDocument = scans.filter((one) => one.documentId === document.id);
    const scan = ofDocument.find((one) => one.state === 'ready') ?? ofDocument[0];
    const isPdf = scan?.kept?.mime === 'application/pdf';
    return { document, state: scan?.state ?? 'none', url: scan?.url ?? null, isPdf };
  });
}
