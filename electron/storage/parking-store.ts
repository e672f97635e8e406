import type { TransferActId } from '../../shared/domain/transfer/transfer-act.ts';
import type { Instant } from '../../shared/domain/values.ts';
import type { Applied } from './store.ts';

/** The part of the store about items that were parked after a bounded number of tries. */
export interface ParkingStore {
  /** How often the server could not take this act, apart from broken links; 0 when it is not known. */
  actFaults(id: TransferActId): Promise<number>;
  /** No answer came for these acts. They count one more try. */
  actsUnanswered(ids: readonly TransferActId[], failure: ActFailure): Promise<void>;
  /** By hand: it is due at once, as if it had never failed. Nothing happens to one that is answered. */
  actWanted(id: TransferActId): Promise<void>;
  /** By hand: every parked act and scan is due again. Scans that wait for an officer's box stay as they are. */
  unparkAll(): Promise<Applied>;
}

export interface ActFailure {
  /** As `describeFailure` words it, or `no-answer`. */
  why: string;
  /** It was this act that failed, not its batch or the link. */
  isFault: boolean;
  /** Null: parked, until somebody asks again. */
  nextTryAt: Instant | null;
}
