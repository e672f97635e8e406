import { z } from 'zod';
import { outcome } from '../../domain/decision.ts';
import { decisionId, lspId, requestId } from '../../domain/ids.ts';
import { bilingual, instant } from '../../domain/values.ts';

/** A recorded decision as the officer reviews it before signing off the day. */
export const signOffItem = z.object({
  decisionId,
  requestId,
  requestNo: z.string(),
  kioskCode: z.string(),
  applicantName: bilingual,
  /** Null while its request is not here. */
  targetLspId: lspId.nullable(),
  outcome,
  reasonCodes: z.array(z.string()),
  recordedAt: instant,
  /** When it is sealed by itself; see `waitsForSignOff`. */
  sealsAt: instant,
});
export type SignOffItem = z.infer<typeof signOffItem>;

/** What became of the decisions that were to be signed off: those that changed meanwhile are named, not sealed. */
export const signOffOutcome = z.object({
  /** In the order of their numbers. */
  sealed: z.array(z.object({ decisionId, orderNo: z.string() })),
  /** Signed, and sealed as soon as the server has said where this device's chain stands. */
  waiting: z.array(decisionId),
  /** Sealed before, by the end of their grace period or by hand. */
  sealedBefore: z.array(decisionId),
  undone: z.array(decisionId),
});
export type SignOffOutcome = z.infer<typeof signOffOutcome>;

/** One sign-off seals in one transaction; a day's work is far below this. */
export const mostSignedOff = 2000;
