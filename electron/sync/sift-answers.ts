import type { SealedDecision } from '../../shared/domain/decision.ts';
import type { DecisionId } from '../../shared/domain/ids.ts';
import { instantOf } from '../../shared/domain/india-date.ts';
import type { PushAnswerItem, ReadPushAnswer, RefusalReason } from '../../shared/sync/protocol.ts';
import type { CheckedSignatures } from '../storage/apply-answers.ts';
import { isProvenBy } from '../storage/proven-receipt.ts';
import type { Store, VaultIdentity } from '../storage/store.ts';

export interface SiftParts {
  store: Pick<Store, 'noteAudit'>;
  identity: Pick<VaultIdentity, 'serverKey'>;
  now: () => number;
}

export interface SiftedAnswers {
  /** For what was sent, each once; those accepted are proven. */
  valid: PushAnswerItem[];
  checked: CheckedSignatures;
  /** Sent, and not answered. */
  missing: DecisionId[];
  /** Refused together with their links, which the chain needs: no final answer. */
  linkRefused: { id: DecisionId; reason: RefusalReason }[];
}

export const noAnswers: SiftedAnswers = { valid: [], checked: new Set(), missing: [], linkRefused: [] };

/**
 * Answers for what was sent, each once; what is no answer to anything is noted and counts for nothing. One that cannot be
 * read is none.
 */
export async function siftAnswers(
  parts: SiftParts,
  batch: readonly SealedDecision[],
  given: Pick<ReadPushAnswer, 'answers'>,
): Promise<SiftedAnswers> {
  const decisions = new Map<string, SealedDecision>(batch.map((decision) => [decision.id, decision]));
  const answers = given.answers.filter((answer) => answer !== null);
  const named = answers.filter(({ id }) => decisions.has(id));
  const proofs = await Promise.all(named.map((item) => isBelieved(parts, item, decisions.get(item.id))));
  const open = new Set<string>(decisions.keys());
  const valid: PushAnswerItem[] = [];
  const linkRefused: SiftedAnswers['linkRefused'] = [];
  const checked = new Set<DecisionId>();
  let unproven = 0;
  for (const [nth, item] of named.entries()) {
    const decision = decisions.get(item.id);
    if (!decision || !open.has(item.id)) continue;
    if (!proofs[nth]) {
      unproven += 1;
      continue;
    }
    open.delete(item.id);
    if (item.result === 'accepted') checked.add(decision.id);
    if (item.result === 'refused' && !item.linkTaken) {
      linkRefused.push({ id: decision.id, reason: item.reason });
    } else valid.push(item);
  }
  const strangers = answers.length - named.length;
  if (strangers > 0 || unproven > 0) await note(parts, { strangers, unproven });
  const missing = batch.map(({ id }) => id).filter((id) => open.has(id));
  return { valid, checked, missing, linkRefused };
}

async function isBelieved(
  { identity }: SiftParts,
  item: PushAnswerItem,
  decision: SealedDecision | undefined,
): Promise<boolean> {
  if (!decision) return false;
  return item.result !== 'accepted' || isProvenBy(item.receipt, decision, identity.serverKey);
}

function note({ store, now }: SiftParts, detail: { strangers: number; unproven: number }): Promise<void> {
  const at = instantOf(now());
  return store.noteAudit({ at, actor: null, action: 'sync-answers-ignored', subject: null, detail });
}
