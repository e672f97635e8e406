import type { DocumentFault } from '../../shared/domain/documents/document-fault.ts';
import type { DocumentReading } from '../../shared/domain/documents/document-reading.ts';
import type { PageBox } from '../../shared/domain/documents/page-box.ts';
import type { Result } from '../../shared/result.ts';

export interface ExamineRequest {
  bytes: Uint8Array;
  /** Null where it has none. */
  fileName: string | null;
  shareCode: string | null;
  handBoxes: readonly PageBox[];
  /** Whether an Aadhaar paper is expected: one that is not recognised may show a number then. */
  isAadhaarSlot: boolean;
  /** The pages as they came, unmasked: only for an officer who gave a reason. */
  wantOriginal: boolean;
  /** False where only the reading is wanted. */
  wantMasked: boolean;
}

export interface ExaminedFile {
  reading: DocumentReading;
  /** One picture a page, in which every number found is burned out. */
  maskedPages: Uint8Array[];
  /** JPEG, one a page; empty unless asked for. */
  originalPages: Uint8Array[];
}

/** Reads and masks one file, in a process that can be killed. What waits is worked on one after the other. */
export interface Examiner {
  /** Files are about to come: what takes long to start may start. */
  getReady(): void;
  examine(
    request: ExamineRequest,
    options: { signal: AbortSignal; progress: (page: number, pages: number) => void },
  ): Promise<Result<ExaminedFile, DocumentFault>>;
}
