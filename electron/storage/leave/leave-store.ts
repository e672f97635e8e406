import type { Leaving } from '../../../shared/domain/leaving.ts';
import type { OfficerId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { KeptDecision } from '../../../shared/ipc/views/leave.ts';
import type { LeaveOrder } from '../../../shared/sync/leave-order.ts';
import type { Receipt } from '../../../shared/sync/protocol.ts';

/** A decision of the record with the texts and signatures that prove it. */
export interface KeptProof extends KeptDecision {
  /** As the officer signed it. */
  content: string;
  officerSignature: string;
  proof: Receipt | null;
}

/** The desk's leaving of its district, step by step. Each step may be repeated; a killed one is done again. */
export interface LeaveStore {
  /** Null while the desk works. */
  leaving(): Promise<Leaving | null>;
  /** Officers that the district's feed named once and has taken back since. */
  officersGone(): Promise<OfficerId[]>;
  /** Every decision that this desk recorded, undone ones too, the newest first. Needs no request. */
  keptDecisions(): Promise<KeptProof[]>;
  /**
   * Begins the leaving by the server's signed order, or takes a newer statement of it. Everything that is recorded is
   * sealed with it: it is signed, and nobody can review it here any more.
   * @returns null when the order proves nothing, or is not about this device; nothing is changed then.
   */
  takeLeaveOrder(order: LeaveOrder, at: Instant): Promise<Leaving | null>;
  /**
   * `sending` becomes `clearing`, with the audit row that tells what goes.
   * @throws StorageError `failed` while something signed may still be sent, or when no order was given.
   */
  beginWipe(at: Instant): Promise<Leaving>;
  /**
   * After the scans: deletes everything but decisions, chain, receipts, unanswered acts and the audit.
   * @throws StorageError `failed` before `clearing`.
   */
  wipeData(at: Instant): Promise<Leaving>;
  /**
   * Writes the database anew without free pages and empties its log; then the desk is done.
   * @throws StorageError `failed` before `compacting`; `disk-full` leaves the phase as it was.
   */
  compact(at: Instant): Promise<Leaving>;
}
