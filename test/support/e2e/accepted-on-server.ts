import { createHash } from 'node:crypto';
import { decisionContent, type DecisionContent } from '../../../shared/domain/decision.ts';
import { receiptContent, type ReceiptContent } from '../../../shared/sync/protocol.ts';
import type { Office } from './office.ts';

export interface Accepted {
  content: DecisionContent;
  receipt: ReceiptContent;
}

/**
 * The one decision that the server has accepted on a request, its receipt compared with the content.
 * @throws when there is none, more than one, or the receipt is that of something else.
 */
export async function acceptedOnServer(office: Office, requestId: string): Promise<Accepted> {
  const all = await office.server.data.decisions();
  const found = all.filter((decision) => decision.requestId === requestId && decision.result === 'accepted');
  const [decision] = found;
  if (found.length !== 1 || !decision?.sealed || !decision.receipt) {
    throw new Error(`${found.length} accepted decisions on ${requestId}, of ${JSON.stringify(all)}`);
  }
  const receipt = receiptContent.parse(JSON.parse(decision.receipt.text));
  const hash = createHash('sha256').update(decision.sealed.content).digest('hex');
  if (receipt.contentHash !== hash || receipt.decisionId !== decision.id || receipt.requestId !== requestId) {
    throw new Error(`The receipt ${decision.receipt.text} is not that of decision ${decision.id}`);
  }
  return { content: decisionContent.parse(JSON.parse(decision.sealed.content)), receipt };
}
