import { hash } from 'node:crypto';
import type { SealedDecision } from '../../shared/domain/decision.ts';
import type { DecisionId, RequestId } from '../../shared/domain/ids.ts';
import { beginningOf, pushBodyOf, type PushBody } from '../../shared/sync/push-body.ts';
import type { Receipted } from './proven-receipt.ts';

/** What is known of a decision while it is on its way: enough to prove its receipt. */
export interface OutgoingDecision extends Receipted {
  id: DecisionId;
  sequence: number;
}

/**
 * Decisions that leave together, in the order of the device's chain. Their texts are bytes from the beginning: as
 * objects they would be copied from thread to thread, and made text again, which is most of what a push costs.
 */
export interface OutgoingBatch {
  decisions: OutgoingDecision[];
  body: PushBody;
}

/** Of one batch. The first decision goes whatever it weighs. */
export interface BatchLimits {
  items: number;
  /** Of the decisions' texts. */
  bytes: number;
}

export const emptyBatch: OutgoingBatch = { decisions: [], body: pushBodyOf([]) };

/** The longest beginning that fits. Read one by one: the last that is read is the first that does not fit. */
export function batchOf(
  due: Iterable<SealedDecision & { requestId: RequestId }>,
  limits: BatchLimits,
): OutgoingBatch {
  const decisions: OutgoingDecision[] = [];
  const texts: Buffer[] = [];
  let bytes = 0;
  for (const { requestId, ...sealed } of due) {
    const text = Buffer.from(JSON.stringify(sealed));
    bytes += text.length;
    if (texts.length > 0 && bytes > limits.bytes) break;
    texts.push(text);
    const { id, sequence, content } = sealed;
    decisions.push({ id, sequence, requestId, contentHash: hash('sha256', content, 'hex') });
    if (texts.length === limits.items) break;
  }
  return { decisions, body: pushBodyOf(texts) };
}

/** The same with its first decisions only. */
export function firstOf({ decisions, body }: OutgoingBatch, count: number): OutgoingBatch {
  return { decisions: decisions.slice(0, count), body: beginningOf(body, count) };
}
