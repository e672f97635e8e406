import type { DecisionId } from '../../shared/domain/ids.ts';
import { instantOf } from '../../shared/domain/india-date.ts';
import type {
  PushAnswerItem,
  ReadPushAnswer,
  ReceiptContent,
  RefusalReason,
} from '../../shared/sync/protocol.ts';
import type { ProvenReceipts } from '../storage/apply-answers.ts';
import type { OutgoingDecision } from '../storage/outgoing-batch.ts';
import { proofOf } from '../storage/proven-receipt.ts';
import type { Store, VaultIdentity } from '../storage/store.ts';

export interface SiftParts {
  store: Pick<Store, 'noteAudit'>;
  identity: Pick<VaultIdentity, 'serverKey'>;
  now: () => number;
}

export interface SiftedAnswers {
  /** For what was sent, each once; those accepted are proven. */
  valid: PushAnswerItem[];
  proven: ProvenReceipts;
  /** Sent, and not answered. */
  missing: DecisionId[];
  /** Refused together with their links, which the chain needs: no final answer. */
  linkRefused: { id: DecisionId; reason: RefusalReason }[];
}

export const noAnswers: SiftedAnswers = { valid: [], proven: new Set(), missing: [], linkRefused: [] };

/** Each decision of a batch has its final answer. */
export function isWhole({ missing, linkRefused }: SiftedAnswers): boolean {
  return missing.length === 0 && linkRefused.length === 0;
}

export function joined(first: SiftedAnswers, second: SiftedAnswers): SiftedAnswers {
  return {
    valid: [...first.valid, ...second.valid],
    proven: new Set([...first.proven, ...second.proven]),
    missing: [...first.missing, ...second.missing],
    linkRefused: [...first.linkRefused, ...second.linkRefused],
  };
}

/** Whether the answers will be whole if every receipt among them proves its acceptance. */
export function answersEach(
  batch: readonly OutgoingDecision[],
  { answers }: Pick<ReadPushAnswer, 'answers'>,
): boolean {
  const items = answers.filter((item) => item !== null);
  const isLinkRefused = (item: PushAnswerItem) => item.result === 'refused' && !item.linkTaken;
  const answered = new Set(items.map(({ id }) => id));
  for (const item of items) if (isLinkRefused(item)) answered.delete(item.id);
  return batch.every(({ id }) => answered.has(id));
}

/**
 * Answers for what was sent, each once; what is no answer to anything is noted and counts for nothing. One that cannot be
 * read is none.
 */
export async function siftAnswers(
  parts: SiftParts,
  batch: readonly OutgoingDecision[],
  given: Pick<ReadPushAnswer, 'answers'>,
): Promise<SiftedAnswers> {
  const decisions = new Map<string, OutgoingDecision>(batch.map((decision) => [decision.id, decision]));
  const answers = given.answers.filter((answer) => answer !== null);
  const named = answers.filter(({ id }) => decisions.has(id));
  const proofs = await Promise.all(named.map((item) => proofFor(parts, item, decisions.get(item.id))));
  const open = new Set<string>(decisions.keys());
  const valid: PushAnswerItem[] = [];
  const linkRefused: SiftedAnswers['linkRefused'] = [];
  const proven = new Set<DecisionId>();
  let unproven = 0;
  for (const [nth, item] of named.entries()) {
    const decision = decisions.get(item.id);
    if (!decision || !open.has(item.id)) continue;
    const proof = proofs[nth] ?? null;
    if (item.result === 'accepted') {
      if (proof === null) {
        unproven += 1;
        continue;
      }
      proven.add(decision.id);
    }
    open.delete(item.id);
    if (item.result === 'refused' && !item.linkTaken) {
      linkRefused.push({ id: decision.id, reason: item.reason });
    } else valid.push(item);
  }
  const strangers = answers.length - named.length;
  if (strangers > 0 || unproven > 0) await note(parts, { strangers, unproven });
  const missing = batch.map(({ id }) => id).filter((id) => open.has(id));
  return { valid, proven, missing, linkRefused };
}

async function proofFor(
  { identity }: SiftParts,
  item: PushAnswerItem,
  decision: OutgoingDecision | undefined,
): Promise<ReceiptContent | null> {
  if (!decision || item.result !== 'accepted') return null;
  return proofOf(item.receipt, decision, identity.serverKey);
}

function note({ store, now }: SiftParts, detail: { strangers: number; unproven: number }): Promise<void> {
  const at = instantOf(now());
  return store.noteAudit({ at, actor: null, action: 'sync-answers-ignored', subject: null, detail });
}
