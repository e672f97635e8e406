import { z } from 'zod';
import { conflictChoice } from '../../domain/conflict.ts';
import { decisionState, outcome } from '../../domain/decision.ts';
import { documentFault } from '../../domain/documents/document-fault.ts';
import { localScanId } from '../../domain/documents/local-scan.ts';
import { blobHash, decisionId, requestId } from '../../domain/ids.ts';
import { documentKind } from '../../domain/request.ts';
import { transferActId } from '../../domain/transfer/transfer-act.ts';
import { bilingual, instant } from '../../domain/values.ts';

/**
 * How an item of the sync stands. `under-way`: its bytes are on the wire now. `parked`: it failed by its own fault as
 * often as it is tried by itself. `hand`: an officer must mask it. A decision is never parked, a scan never `sent`.
 */
export const itemState = z.enum([
  'recorded',
  'waiting',
  'under-way',
  'sent',
  'accepted',
  'refused',
  'conflicted',
  'parked',
  'hand',
]);
export type ItemState = z.infer<typeof itemState>;

const counts = z.record(itemState, z.int());

/** How many items stand how, over the whole vault. */
export const itemTotals = z.object({ decision: counts, act: counts, scan: counts, upload: counts });
export type ItemTotals = z.infer<typeof itemTotals>;
export type ItemKind = keyof ItemTotals;

/** What every item tells of its request and of the tries. */
const tried = {
  requestId,
  requestNo: z.string(),
  kioskCode: z.string(),
  centreName: bilingual,
  attempts: z.int(),
  nextTryAt: instant.nullable(),
};

export const outboxItem = z.object({
  decisionId,
  ...tried,
  outcome,
  state: decisionState,
  recordedAt: instant,
  sealsAt: instant,
  sealedAt: instant.nullable(),
  lastError: z.string().nullable(),
  /** Why the server refused or contested it. */
  answer: z.string().nullable(),
  /** The server's own words about a refusal. */
  message: z.string().nullable(),
  /** From the sealing on; void when the server refused or contested the decision. */
  orderNo: z.string().nullable(),
  /** Of a contested decision; its fields are null until an officer has dealt with it. */
  conflict: z.object({ how: conflictChoice.nullable(), endedAt: instant.nullable() }).nullable(),
  receipt: z.object({ serverSequence: z.int(), acceptedAt: instant, contentHash: z.string() }).nullable(),
});
export type OutboxItem = z.infer<typeof outboxItem>;

/** Whether the receipt that lies here proves its decision, checked anew when it is asked for. */
export const receiptProof = z.object({
  /** The pinned server signed it, and it is about exactly this decision on this request. */
  isProven: z.boolean(),
  /** Of the server's key as it was pinned at the enrolment: SHA-256 of its SPKI form, in hex. */
  keySha256: z.string(),
  checkedAt: instant,
});
export type ReceiptProof = z.infer<typeof receiptProof>;

/** A `lastError` that the vault itself notes: an answer came, and proves nothing. */
export type UnprovenWhy = 'receipt-wrong';

export const listedDecision = outboxItem.extend({
  shown: itemState,
  /** The request of an earlier decision that the server does not take: this one leaves only after it. */
  behind: z.string().nullable(),
});
export type ListedDecision = z.infer<typeof listedDecision>;

/** What an officer did about a transfer. */
export const listedAct = z.object({
  id: transferActId,
  ...tried,
  kind: z.enum(['acknowledge', 'follow-up-done']),
  shown: itemState,
  at: instant,
  lastError: z.string().nullable(),
  answer: z.string().nullable(),
});
export type ListedAct = z.infer<typeof listedAct>;

/** Why a scan is not here. */
export const scanWhy = z.enum([
  ...documentFault.options,
  'wrong-hash',
  'not-an-image',
  'not-found',
  'no-link',
  'server-failed',
  'wants-hand',
  'still-readable',
]);
export type ScanWhy = z.infer<typeof scanWhy>;

/** A scan of an open request that is not here yet, the first due in front. */
export const listedScan = z.object({
  hash: blobHash,
  ...tried,
  /** Null when the request no longer names it. */
  kind: documentKind.nullable(),
  size: z.int(),
  shown: itemState,
  why: scanWhy.nullable(),
  failedAt: instant.nullable(),
});
export type ListedScan = z.infer<typeof listedScan>;

/** A scan that was taken in here and goes up to the server; those that were taken back are not listed. */
export const listedUpload = z.object({
  id: localScanId,
  ...tried,
  kind: documentKind,
  size: z.int(),
  /** It was taken back here, and the server is still to hear of that. */
  withdraws: z.boolean(),
  shown: itemState,
  /** As a failure is described, a refusal's reason, or `not-masked`. */
  why: z.string().nullable(),
  failedAt: instant.nullable(),
});
export type ListedUpload = z.infer<typeof listedUpload>;
