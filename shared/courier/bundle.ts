import { z } from 'zod';
import { blobHash, districtId } from '../domain/ids.ts';
import { instant } from '../domain/values.ts';
import { leaveOrder } from '../sync/leave-order.ts';
import { chainHead, chainItem } from '../sync/chain.ts';
import { readPushAnswerItem, readTransferActAnswer } from '../sync/protocol.ts';

/**
 * The courier's file, format 1: it carries on a stick what the network would carry.
 *
 * `DESKCRR1` · length of the header (4 bytes, big-endian) · header, JSON in clear · encrypted payload · Ed25519
 * signature (64 bytes) over `signedText` · SHA-256 of everything before it (32 bytes).
 *
 * The payload is cut into pieces of `chunkBytes`, each AES-256-GCM under one key that is used for this file only; the
 * nonce is the piece's number and whether it is the last. Decrypted it is: length of the compressed text (4 bytes) ·
 * the text, gzip · the scans, one after the other. The text is lines of JSON: first what the file is about, then, from
 * the central server, lines as in `GET /v1/changes`.
 */
export const magic = 'DESKCRR1';
export const chunkBytes = 64 * 1024;

export const courierLimits = {
  headerBytes: 4096,
  /** Of the whole file; it is held in memory. */
  fileBytes: 256 * 1024 * 1024,
  /** Of the text when it is not compressed. */
  textBytes: 96 * 1024 * 1024,
  /** What the server puts into one file; the rest comes with the next. */
  changesBytes: 40 * 1024 * 1024,
  scanBytes: 128 * 1024 * 1024,
  decisionsBytes: 16 * 1024 * 1024,
  /** Of the chain that the server tells; the rest comes with the next file. */
  chainBytes: 30 * 1024 * 1024,
  decisions: 5000,
  acts: 1000,
  scans: 4000,
} as const;

export const courierDirection = z.enum(['out', 'in']);
export type CourierDirection = z.infer<typeof courierDirection>;

/** In clear, so that a file in the wrong hands is refused by name. Nothing about a person or a case. */
export const bundleHeader = z.strictObject({
  format: z.literal(1),
  /** `out` from a desk to the central server, `in` the other way. */
  direction: courierDirection,
  /** A device's id, or the central server's: see `serverIdText`. */
  from: z.string().min(1).max(64),
  to: z.string().min(1).max(64),
  districtId,
  /** Counts the files of one direction of one desk. */
  sequence: z.int().positive(),
  madeAt: instant,
  /** The sender's one-time X25519 key, SPKI DER in base64. */
  ephemeral: z.base64().max(100),
  cipherBytes: z.int().nonnegative().max(courierLimits.fileBytes),
});
export type BundleHeader = z.infer<typeof bundleHeader>;

/** A later format may change all of the header but this. */
export const anyHeader = z.object({ format: z.int().positive() });

/** The text under the sender's signature. @param digest SHA-256 of magic, length, header and payload, in hex. */
export function signedText(digest: string): string {
  return `migration-desk courier v1|${digest}`;
}

/** The central server's id in headers is the first half of the SHA-256 of this, in hex. */
export function serverIdText(serverKey: string): string {
  return `migration-desk courier server|${serverKey}`;
}

/** The first line of a file from a desk; decisions and acts are read one by one, so that none blocks another. */
export const outContents = z.object({
  /** How far this desk got; null before anything came. */
  cursor: z.string().max(100).nullable(),
  decisions: z.array(z.unknown()).max(courierLimits.decisions),
  acts: z.array(z.unknown()).max(courierLimits.acts),
  /** Masked scans that it lacks, the nearest due date first. */
  wantedScans: z.array(blobHash).max(courierLimits.scans),
  /** The desk's chain is in doubt: the answer is to tell what the server holds of it behind this place. */
  chainAfter: z.int().nonnegative().optional(),
});
export type OutContents = z.infer<typeof outContents>;

/** What the server holds of the desk's chain, in its order, behind the place that the desk named. */
export const bundleChain = z.object({ head: chainHead, items: z.array(chainItem) });
export type BundleChain = z.infer<typeof bundleChain>;

/** The first line of a file from the central server. */
export const inContents = z.object({
  /** Where its changes begin: a cursor that this desk once said it had, or null for the very beginning. */
  from: z.string().max(100).nullable(),
  /** How far one is when all of them are applied. */
  to: z.string().min(1).max(100),
  /** The server does not know the desk's cursor: its changes begin anew, and its place counts. */
  startsOver: z.boolean(),
  /** The desk's file that it answers; null when it answers none. */
  answersTo: z.int().positive().nullable(),
  answers: z.array(readPushAnswerItem).max(courierLimits.decisions),
  actAnswers: z.array(readTransferActAnswer).max(courierLimits.acts),
  /** In the order in which their bytes follow. */
  scans: z.array(z.object({ hash: blobHash, size: z.int().positive() })).max(courierLimits.scans),
  /** Changes and scans that did not fit. */
  remaining: z.int().nonnegative(),
  scansRemaining: z.int().nonnegative(),
  /** The desk is to leave its district: the file has answers only. */
  leave: leaveOrder.optional(),
  /** Only where the desk asked. One that cannot be read leaves the chain in doubt, and the rest of the file counts. */
  chain: bundleChain.optional().catch(undefined),
});
export type InContents = z.infer<typeof inContents>;
