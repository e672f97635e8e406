import type { SealedDecision } from '../domain/decision.ts';
import type { Instant } from '../domain/values.ts';

/** The receipt of the central server, as far as the code on an order carries it. */
export interface ReceiptProof {
  serverSequence: number;
  acceptedAt: Instant;
  /** SHA-256 of the receipt's text, lower-case hex. */
  textHash: string;
  signature: string;
}

export interface OrderProofInput {
  orderNo: string;
  sealed: SealedDecision;
  /** SHA-256 of the decision's content, lower-case hex. */
  contentHash: string;
  receipt: ReceiptProof | null;
}

/**
 * What the QR code of an order says, one line for all, parted by `|`:
 *
 * `DESK1 | order no. | decision id | content hash | officer's signature | sequence | previous | commitment | sealed at |
 * device's signature`, and once the server has accepted it ` | receipt's sequence | accepted at | hash of its text |
 * server's signature`. Hashes are hex, signatures base64.
 *
 * The device's signature is over `sequence|previous|commitment|sealedAt` (`linkText`) and can be checked from the code
 * alone; the officer's is over the decision's content, the server's over the receipt's text, which lie in the office and
 * at the server: the code shows which ones. Nothing personal is in it.
 */
export function orderProof({ orderNo, sealed, contentHash, receipt }: OrderProofInput): string {
  const link = [sealed.sequence, sealed.previous, sealed.commitment, sealed.sealedAt, sealed.deviceSignature];
  const answer = receipt
    ? [receipt.serverSequence, receipt.acceptedAt, receipt.textHash, receipt.signature]
    : [];
  return ['DESK1', orderNo, sealed.id, contentHash, sealed.officerSignature, ...link, ...answer].join('|');
}
