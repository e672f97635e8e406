import { createHash } from 'node:crypto';
import type { SealedDecision } from '../../shared/domain/decision.ts';
import { receiptContent, type Receipt } from '../../shared/sync/protocol.ts';
import { isSignedBy } from '../storage/signature.ts';
import { parseSafely } from './safe-json.ts';

/**
 * Whether a receipt proves that the pinned server took exactly this decision. One that does not is no answer at all:
 * the decision stays unsent.
 */
export function proves(receipt: Receipt, decision: SealedDecision, serverKey: string): boolean {
  if (!isSignedBy(serverKey, receipt.text, receipt.signature)) return false;
  const parsed = parseSafely(receipt.text);
  const content = parsed.ok ? receiptContent.safeParse(parsed.value) : null;
  if (!content?.success) return false;
  const hash = createHash('sha256').update(decision.content, 'utf8').digest('hex');
  return content.data.decisionId === decision.id && content.data.contentHash === hash;
}
