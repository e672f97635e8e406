import type { LocalScan, LocalScanId } from '../../shared/domain/documents/local-scan.ts';
import type { RequestId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/values.ts';
import type { ListedUpload } from '../../shared/ipc/views/outbox.ts';
import type { Attachment, AttachmentRefusal } from '../../shared/sync/attachments.ts';
import type { ItemQuery } from './item-store.ts';

export interface DueUpload {
  local: LocalScan;
  /** It was taken back, and the server is to hear of that. */
  withdraws: boolean;
  faults: number;
  /** Nothing says that a number can be read on it. Where this is false it must not leave. */
  isMasked: boolean;
}

export type UploadEnd = 'accepted' | 'withdrawn' | AttachmentRefusal;

export interface UploadFailure {
  /** As `describeFailure` words it, or `not-masked`. */
  why: string;
  /** It was this scan that failed, not the link. */
  isFault: boolean;
  at: Instant;
  /** Null: parked, until somebody asks again. */
  nextTryAt: Instant | null;
}

/** The part of the store about scans that go up, and those that other desks sent up. */
export interface UploadStore {
  /** What was taken back first, as that is small; then the scans, nearest due date first. */
  dueUploads(now: Instant, limit: number): Promise<DueUpload[]>;
  /** Before the server is told: from now on it may know of it. */
  uploadAnnounced(id: LocalScanId): Promise<void>;
  uploadEnded(id: LocalScanId, end: UploadEnd, at: Instant): Promise<void>;
  uploadFailed(id: LocalScanId, failure: UploadFailure): Promise<void>;
  /** By hand: it is due at once, as if it had never failed. */
  uploadWanted(id: LocalScanId): Promise<void>;
  /** Newest first; those taken back too, until the server knows it. */
  uploadItems(query: ItemQuery): Promise<ListedUpload[]>;
  /** Of other desks; what was taken in here is told by `localScans`. */
  attachments(requestId: RequestId): Promise<Attachment[]>;
}
