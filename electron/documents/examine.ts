import type { DocumentFault } from '../../shared/domain/documents/document-fault.ts';
import type { DocumentReading } from '../../shared/domain/documents/document-reading.ts';
import type { PageBox } from '../../shared/domain/documents/page-box.ts';
import type { Result } from '../../shared/result.ts';
import type { DocumentAssets } from './document-assets.ts';

export interface ExamineInput {
  bytes: Uint8Array;
  /** Its ending must not contradict the content; null where there is no name. */
  fileName: string | null;
  /** Of a paperless e-KYC file; null where none was given. */
  shareCode: string | null;
  /** Certificates that may have signed codes, as PEM. */
  trust: readonly string[];
  /** Drawn by the officer over numbers that were not found. */
  handBoxes: readonly PageBox[];
  wantMasked: boolean;
}

export interface Examined {
  reading: DocumentReading;
  /** One PNG or JPEG a page, with every number burned out; empty where none were wanted. */
  maskedPages: Uint8Array[];
  /** A small JPEG of the first masked page; null where none was wanted. */
  preview: Uint8Array | null;
}

export type ExamineStep = 'opening' | 'pages' | 'code' | 'print' | 'masking';

export interface ExamineProgress {
  step: ExamineStep;
  done: number;
  total: number;
}

export interface ExamineContext {
  assets: DocumentAssets;
  progress: (progress: ExamineProgress) => void;
  /** Looked at between steps; what runs longer is killed with its process. */
  signal: AbortSignal;
}

/** Reads one file completely. Bad input gives a fault; an exception is a fault of ours and ends the process. */
export type Examine = (
  input: ExamineInput,
  context: ExamineContext,
) => Promise<Result<Examined, DocumentFault>>;
