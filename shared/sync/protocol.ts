import { z } from 'zod';
import { conflictReason } from '../domain/conflict.ts';
import { sealedDecision } from '../domain/decision.ts';
import { blobHash, decisionId, deviceId, requestId } from '../domain/ids.ts';
import { district, officer } from '../domain/master.ts';
import { orderSeries } from '../domain/order-number.ts';
import { standingDecision } from '../domain/standing-decision.ts';
import { transferActId } from '../domain/transfer/transfer-act.ts';
import { instant } from '../domain/values.ts';
import { leaveOrder } from './leave-order.ts';

/**
 * The sync protocol, version 1. All paths begin with `/v1`. The OpenAPI file is generated from these schemas.
 * Times are the server's; every answer carries one, so that a wrong clock on a PC can be seen.
 */

/** The largest body that either side reads, and the largest single line of a changes page, in bytes. */
export const limits = {
  bodyBytes: 16 * 1024 * 1024,
  lineBytes: 1024 * 1024,
  blobBytes: 25 * 1024 * 1024,
  pageItems: 1000,
  pushItems: 500,
} as const;

const publicKey = z.base64().max(200);
const signature = z.base64().max(200);

export const serverErrorKind = z.enum([
  'bad-request',
  'activation-code-wrong',
  'activation-code-used',
  'not-authorised',
  'device-revoked',
  'not-found',
  'cursor-unknown',
  'too-large',
  'internal',
]);

/** Every answer outside 2xx is this object. Anything else did not come from the central server. */
export const serverError = z.object({
  error: z.object({ kind: serverErrorKind, message: z.string().max(2000) }),
  /** With `device-revoked`: the signed order by which the desk leaves. One that cannot be read is none. */
  leave: leaveOrder.optional().catch(undefined),
  serverTime: instant,
});
export type ServerError = z.infer<typeof serverError>;

/** `POST /v1/enrol`: binds one officer's and one device's public keys, once per activation code. */
export const enrolRequest = z.object({
  activationCode: z.string().trim().min(1).max(64),
  officerSigningKey: publicKey,
  officerSealingKey: publicKey,
  deviceSigningKey: publicKey,
  deviceName: z.string().max(120),
});
export type EnrolRequest = z.infer<typeof enrolRequest>;

export const enrolAnswer = z.object({
  officer,
  district,
  deviceId,
  /** The device's series of order numbers, given once in a district and never again. Older servers give none. */
  series: orderSeries.optional(),
  /** The key that signs receipts; pinned from now on. Ed25519, SPKI DER in base64. */
  serverKey: publicKey,
  serverTime: instant,
});
export type EnrolAnswer = z.infer<typeof enrolAnswer>;

/** `POST /v1/session/challenge`, then `POST /v1/session`: the device proves its key, no password travels. */
export const challengeRequest = z.object({ deviceId });
export const challengeAnswer = z.object({ nonce: z.string().min(16).max(200), serverTime: instant });
export const sessionRequest = z.object({ deviceId, nonce: z.string().max(200), signature });
export const sessionAnswer = z.object({
  token: z.string().min(16).max(400),
  expiresAt: instant,
  serverTime: instant,
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

/** The text a device signs to open a session. */
export function challengeText(nonce: string): string {
  return `migration-desk session v1|${nonce}`;
}

/**
 * `GET /v1/changes?cursor=…&limit=…`: NDJSON. Each line is an item; the last line of a whole page is `pageEnd`.
 * A page without its end was cut: what came before it counts, and the next request resumes from its last cursor.
 * `kind` is open: an unknown one is carried by the client, not dropped.
 */
export const changeLine = z.object({
  cursor: z.string().min(1).max(100),
  kind: z.string().min(1).max(40),
  id: z.string().min(1).max(120),
  version: z.int().positive(),
  /** True when the item left this officer's view (withdrawn from the district, deleted). */
  removed: z.boolean().optional(),
  body: z.unknown(),
});
export type ChangeLine = z.infer<typeof changeLine>;

/** The client's own kind for a line that it could not read: carried and named like one of an unknown kind. */
export const unreadableLineKind = 'unreadable-line';

export const changePageEnd = z.object({
  pageEnd: z.literal(true),
  cursor: z.string().min(1).max(100),
  more: z.boolean(),
  /** How many items are still to come after this page, as far as the server knows. */
  remaining: z.int().nonnegative(),
  serverTime: instant,
});
export type ChangePageEnd = z.infer<typeof changePageEnd>;

export const changeKinds = [
  'request',
  'lsp',
  'lsp-figures',
  'window',
  'rule-set',
  'holiday-list',
  'officer',
  'reason-code',
  'district',
  'helpline',
  'signing-title',
  'transfer',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What the server signs for each decision it accepted; `text` of a `receipt` is this, as JSON. */
export const receiptContent = z.object({
  protocol: z.literal(1),
  decisionId,
  requestId,
  /** SHA-256 of the decision's `content`, lower-case hex. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  serverSequence: z.int().positive(),
  requestVersion: z.int().positive(),
  acceptedAt: instant,
});
export type ReceiptContent = z.infer<typeof receiptContent>;

/** Text as signed, and Ed25519 over it by the server's key. */
export const receipt = z.object({ text: z.string().max(10_000), signature });
export type Receipt = z.infer<typeof receipt>;

export const refusalReason = z.enum([
  'unreadable',
  'officer-signature-wrong',
  'device-signature-wrong',
  'chain-broken',
  'not-your-district',
  'request-unknown',
  'outcome-not-allowed',
  'aadhaar-number-in-text',
  /** Recorded after the device was revoked, or its officer left the district. */
  'recorded-after-leaving',
]);
export type RefusalReason = z.infer<typeof refusalReason>;

/** `POST /v1/decisions`: idempotent by id, one answer for each item; a bad one never blocks the others. */
export const pushRequest = z.object({ decisions: z.array(z.unknown()).max(limits.pushItems) });
export const pushItem = sealedDecision;

export const pushAnswerItem = z.discriminatedUnion('result', [
  z.object({ id: z.string(), result: z.literal('accepted'), receipt }),
  z.object({
    id: z.string(),
    result: z.literal('conflict'),
    reason: conflictReason,
    /** The request as the server has it now, a `request` body. */
    present: z.unknown(),
    /**
     * The decision of another desk of the same district that came first. Null or absent where none did: the request
     * was changed, withdrawn or taken away by the administration. A newer server's form must not cost the answer.
     */
    standing: standingDecision.nullish().catch(null),
  }),
  z.object({
    id: z.string(),
    result: z.literal('refused'),
    reason: refusalReason,
    message: z.string().max(500),
    /**
     * Whether the server took the decision's link into the device's chain. Without it the refusal is not final: the
     * next link builds on this one, so the client keeps both and sends them again.
     */
    linkTaken: z.boolean(),
  }),
]);
export type PushAnswerItem = z.infer<typeof pushAnswerItem>;

export const pushAnswer = z.object({ answers: z.array(pushAnswerItem), serverTime: instant });
export type PushAnswer = z.infer<typeof pushAnswer>;

/** As a reader takes an answer of a form that it does not know: as none, and it spoils no other. */
export const readPushAnswerItem = pushAnswerItem.nullable().catch(null);
export const readPushAnswer = pushAnswer.extend({ answers: z.array(readPushAnswerItem) });
export type ReadPushAnswer = z.infer<typeof readPushAnswer>;

/**
 * `POST /v1/transfer-acts`: what an officer did about a transfer (differences acknowledged, a follow-up done).
 * Idempotent by id, one answer for each. An accepted act comes back to every desk in the `transfer` item.
 */
export const signedTransferAct = z.object({
  /** `TransferAct` as JSON, as signed. */
  content: z.string().max(200_000),
  officerSignature: signature,
});
export type SignedTransferAct = z.infer<typeof signedTransferAct>;
export const transferActsRequest = z.object({ acts: z.array(z.unknown()).max(limits.pushItems) });
export const transferActAnswer = z.discriminatedUnion('result', [
  z.object({ id: transferActId, result: z.literal('accepted') }),
  z.object({
    id: transferActId,
    result: z.literal('refused'),
    reason: z.enum([
      'unreadable',
      'officer-signature-wrong',
      'not-your-district',
      'transfer-unknown',
      'nothing-to-do',
      'aadhaar-number-in-text',
    ]),
  }),
]);
export type TransferActAnswer = z.infer<typeof transferActAnswer>;
export const transferActsAnswer = z.object({
  answers: z.array(transferActAnswer.nullable()),
  serverTime: instant,
});
export type TransferActsAnswer = z.infer<typeof transferActsAnswer>;

export const readTransferActAnswer = transferActAnswer.nullable().catch(null);
export const readTransferActsAnswer = transferActsAnswer.extend({ answers: z.array(readTransferActAnswer) });

/** `GET /v1/blobs/{hash}` (ranged) and `PUT /v1/blobs/{hash}` (refused when the bytes do not hash to the name). */
export const blobPath = z.object({ hash: blobHash });

/** `GET /v1/health`: whether this is a central server at all, and its time. No sign-in. */
export const healthAnswer = z.object({
  service: z.literal('migration-desk-central'),
  protocol: z.literal(1),
  serverTime: instant,
});
