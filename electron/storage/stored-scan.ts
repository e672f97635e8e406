import type { DocumentFault } from '../../shared/domain/documents/document-fault.ts';
import type { RequestId } from '../../shared/domain/ids.ts';
import type { Scan } from '../../shared/domain/request.ts';

export interface WantedScan extends Scan {
  requestId: RequestId;
  attempts: number;
  /** Tries that failed by its own fault. */
  faults: number;
}

export interface StoredScan extends Scan {
  /** `unmasked` once any request called it so: the name is the bytes' own, so no later word masks them. */
  state: 'wanted' | 'ready' | 'failed' | 'unmasked';
  /** Why the last try failed. */
  why: ScanFailure | MaskFailure | null;
  /** Nothing is tried any more until somebody asks. */
  isGivenUp: boolean;
  faults: number;
  requestIds: RequestId[];
}

export type ScanFailure =
  'wrong-hash' | 'not-an-image' | 'too-large' | 'not-found' | 'no-link' | 'server-failed';

/** Why there is no masked copy: it did not come, cannot be read, or needs a box by hand. */
export type MaskFailure = ScanFailure | DocumentFault | 'wants-hand' | 'still-readable';
