import type { DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { DocumentKind } from '../../../shared/domain/request.ts';
import type { IntakeFault, IntakeSource, IntakeView } from '../../../shared/ipc/views/documents.ts';
import type { ExaminedFile } from '../examiner.ts';

/** Which document of which request a file is for. */
export interface Slot {
  requestId: RequestId;
  documentId: string;
  kind: DocumentKind;
}

export interface OfferedFile {
  name: string;
  bytes: Uint8Array;
  source: IntakeSource;
  /** Of a file from the watched folder. */
  folderFileId: string | null;
  /** It has no bytes: it lies on the table by its name only, with what is wrong with it. */
  fault: IntakeFault | null;
}

export type IntakeProgress =
  | { state: 'queued' }
  | { state: 'working'; page: number; pages: number }
  | { state: 'ready'; examined: ExaminedFile }
  | { state: 'failed'; fault: DocumentFault };

/** A file in memory, on its way into the vault. */
export interface IntakeItem extends Slot {
  id: string;
  file: OfferedFile;
  shareCode: string | null;
  handBoxes: PageBox[];
  progress: IntakeProgress;
  /** In the addresses of its pages; nobody can guess it. */
  token: string;
  /** The unmasked pages, once an officer gave a reason. */
  originals: Uint8Array[];
  work: AbortController;
}

/** Where the masked (or, after a reason, the unmasked) page of an intake is served. */
export function intakePageUrl(token: string, which: 'masked' | 'original', page: number): string {
  return `/intakes/${token}/${which}/${page}.jpg`;
}

export function intakeViewOf(item: IntakeItem): IntakeView {
  const { id, requestId, documentId, kind, file, progress, token } = item;
  const wantsShareCode =
    progress.state === 'failed' &&
    (progress.fault === 'share-code-needed' || progress.fault === 'wrong-share-code');
  return {
    ...{ id, requestId, documentId, kind, wantsShareCode },
    ...{ fileName: file.name, source: file.source, folderFileId: file.folderFileId },
    state:
      progress.state === 'ready'
        ? {
            state: 'ready',
            reading: progress.examined.reading,
            pages: progress.examined.maskedPages.map((_, page) => ({
              url: intakePageUrl(token, 'masked', page),
            })),
          }
        : progress,
  };
}
