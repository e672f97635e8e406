import { z } from 'zod';
import { decisionState, outcome } from '../../domain/decision.ts';
import { decisionId, requestId } from '../../domain/ids.ts';
import { leavePhases } from '../../domain/leaving.ts';
import { instant } from '../../domain/values.ts';
import { leaveReason } from '../../sync/leave-order.ts';

/** One decision of the record that stays on a desk that left. Nothing of the request but its id. */
export const keptDecision = z.object({
  decisionId,
  requestId,
  outcome,
  state: decisionState,
  recordedAt: instant,
  /** From the sealing on; null for one that was undone. */
  orderNo: z.string().nullable(),
  /** Why the server refused or contested it. */
  answer: z.string().nullable(),
  receipt: z.object({ serverSequence: z.int(), acceptedAt: instant, contentHash: z.string() }).nullable(),
});
export type KeptDecision = z.infer<typeof keptDecision>;

/** How far a desk has come with leaving its district, and what of it stays. */
export const leaveView = z.object({
  why: leaveReason,
  since: instant,
  sendUntil: instant,
  heardAt: instant,
  phase: z.enum(leavePhases),
  /** The server takes nothing any more. */
  isSendingOver: z.boolean(),
  /** Sealed or sent, and without an answer. */
  unsent: z.int(),
  unsentActs: z.int(),
  /** The newest first. */
  decisions: z.array(keptDecision),
});
export type LeaveView = z.infer<typeof leaveView>;
