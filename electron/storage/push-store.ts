import type { SealedDecision } from '../../shared/domain/decision.ts';
import type { DecisionId } from '../../shared/domain/ids.ts';
import type { Instant, IsoDate } from '../../shared/domain/values.ts';
import type { PushAnswerItem } from '../../shared/sync/protocol.ts';
import type { ProvenReceipts } from './apply-answers.ts';
import type { BatchLimits, OutgoingBatch } from './outgoing-batch.ts';
import type { Applied } from './store.ts';

/** What of this desk's own would leave for the server now. */
export interface DueToSend {
  decisions: boolean;
  acts: boolean;
  uploads: boolean;
}

/** What leaves for the server. */
export interface PushReads {
  /** Whether `unsent`, `unsentActs` and `dueUploads` would find any by `now`, without reading it. */
  dueToSend(now: Instant): Promise<DueToSend>;
  /** Sealed or sent, without an answer, whose next try is due: in the order of the chain, those behind the link `after`. */
  unsent(now: Instant, limit: number, after?: number): Promise<SealedDecision[]>;
  /** The same as it leaves: bytes that are a body already, and what proves the receipts. Empty when nothing is due. */
  outgoing(now: Instant, limits: BatchLimits, after: number): Promise<OutgoingBatch>;
}

/** The part of the store about decisions on their way to the server. */
export interface PushWrites {
  /** Before a batch leaves: `sealed` becomes `sent`, attempts count up. What is neither may not leave: see `marked`. */
  markSent(ids: readonly DecisionId[], at: Instant): Promise<Applied>;
  /**
   * They were marked to leave next, and did not: the batch before them did not go through. As before they were marked,
   * but that they are due; what had left in an earlier attempt stays `sent`. Noted in the audit.
   */
  unmarkSent(ids: readonly DecisionId[], at: Instant): Promise<Applied>;
  /** No answer came: `nextTryAt` and why. The state stays `sent`: the server may or may not have it. */
  markUnanswered(ids: readonly DecisionId[], error: string, nextTryAt: Instant): Promise<Applied>;
  /** The server's answers, one by one: receipt, conflict with the present request, or refusal. Idempotent. */
  applyAnswers(...given: GivenAnswers): Promise<Applied>;
}

/**
 * @param proven what `proofOf` found of receipts among the answers: they are not looked at again.
 * @param next leave after them, and are marked in the same transaction, as by `markSent`.
 */
export type GivenAnswers = [
  answers: readonly PushAnswerItem[],
  at: Instant,
  today: IsoDate,
  proven?: ProvenReceipts,
  next?: readonly DecisionId[],
];
