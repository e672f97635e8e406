import type { LeaveOrder, LeaveOrderContent } from '../sync/leave-order.ts';
import type { Instant } from './values.ts';

/**
 * How far a desk has come with leaving its district: what is signed is sent; then the scans go, then the data; then the
 * database is written anew, so that no free page holds what was deleted; then it is done. Only forward.
 */
export const leavePhases = ['sending', 'clearing', 'compacting', 'done'] as const;
export type LeavePhase = (typeof leavePhases)[number];

/** A desk that leaves its district, as its vault keeps it. */
export interface Leaving extends Pick<LeaveOrderContent, 'why' | 'since' | 'sendUntil' | 'statedAt'> {
  phase: LeavePhase;
  /** When this desk heard of it, on its own clock. */
  heardAt: Instant;
  /** The newest statement, as proof of why the data went. */
  order: LeaveOrder;
}

/** The server said itself that it takes nothing any more: no clock of this PC decides. */
export function isSendingOver({ statedAt, sendUntil }: Pick<Leaving, 'statedAt' | 'sendUntil'>): boolean {
  return Date.parse(statedAt) >= Date.parse(sendUntil);
}

/** Wiped only when every signed thing has its answer, or can get none any more. */
export function mayWipe(
  leaving: Pick<Leaving, 'statedAt' | 'sendUntil'>,
  waiting: { undoable: number; unsent: number; unsentActs: number },
): boolean {
  return isSendingOver(leaving) || waiting.undoable + waiting.unsent + waiting.unsentActs === 0;
}
