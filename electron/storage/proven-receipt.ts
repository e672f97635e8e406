import { hash } from 'node:crypto';
import { z } from 'zod';
import type { SealedDecision } from '../../shared/domain/decision.ts';
import { requestId, type DecisionId, type RequestId } from '../../shared/domain/ids.ts';
import { receiptContent, type Receipt, type ReceiptContent } from '../../shared/sync/protocol.ts';
import { checkSignature, isSignedBy } from './signature.ts';

const decided = z.object({ requestId });

type Decided = Pick<SealedDecision, 'id' | 'content'>;

/** What a receipt must name of its decision. */
export interface Receipted {
  id: DecisionId;
  requestId: RequestId;
  /** SHA-256 of its content in UTF-8, hex. */
  contentHash: string;
}

/** Null when the content cannot be read: nothing proves it. */
export function receiptedOf({ id, content }: Decided): Receipted | null {
  const read = decided.safeParse(parseJson(content));
  return read.success
    ? { id, requestId: read.data.requestId, contentHash: hash('sha256', content, 'hex') }
    : null;
}

/**
 * What a receipt says, when the pinned server signed it and it is about exactly this decision on this request; else
 * null. A receipt that proves nothing is no answer at all: the decision stays unsent.
 * @param serverKey SPKI DER, base64.
 */
export function provenReceipt(receipt: Receipt, decision: Decided, serverKey: string): ReceiptContent | null {
  if (!isSignedBy(serverKey, receipt.text, receipt.signature)) return null;
  const receipted = receiptedOf(decision);
  return receipted && receiptAbout(receipt, receipted);
}

/** As `provenReceipt`, in the thread pool: the signatures of many are checked beside each other. */
export async function proofOf(
  receipt: Receipt,
  decision: Receipted,
  serverKey: string,
): Promise<ReceiptContent | null> {
  const said = receiptAbout(receipt, decision);
  return said && (await checkSignature(serverKey, receipt.text, receipt.signature)) ? said : null;
}

/** What a receipt says when it is about this decision; who signed it is not looked at. */
function receiptAbout(receipt: Receipt, decision: Receipted): ReceiptContent | null {
  const said = receiptContent.safeParse(parseJson(receipt.text));
  if (!said.success) return null;
  const isThis =
    said.data.decisionId === decision.id &&
    said.data.requestId === decision.requestId &&
    said.data.contentHash === decision.contentHash;
  return isThis ? said.data : null;
}

/** Undefined for what is no JSON. Bounded by the protocol's length of a receipt, and by the schema that follows. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
