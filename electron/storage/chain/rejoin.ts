import { createHash } from 'node:crypto';
import {
  commitmentText,
  decisionContent,
  linkText,
  type DecisionContent,
  type SealedDecision,
} from '../../../shared/domain/decision.ts';
import { decisionId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { ChainHead, ChainItem } from '../../../shared/sync/chain.ts';
import { applyAnswers } from '../apply-answers.ts';
import { isSignedBy } from '../signature.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { advanceState, refreshOverlay } from '../working-set.ts';

export interface ChainJudge {
  deviceId: string;
  /** Of this device, SPKI DER, base64. */
  deviceKey: string;
  serverKey: string;
}

const answered = new Set(['accepted', 'refused', 'conflicted']);

/** One decision as the server has it: its link and its answer stand here again. */
export function takeItem(unit: UnitOfWork, item: ChainItem, judge: ChainJudge, at: Instant): void {
  const { decisions, outbox, audit } = unit.parts;
  const id = decisionId.safeParse(item.answer.id);
  if (!id.success) return;
  const own = item.sealed && readOwn(item.sealed, judge);
  if (
    item.sealed !== null &&
    (own === null || item.sealed.id !== id.data || item.sealed.sequence !== item.sequence)
  )
    return;
  const here = decisions.get(id.data);
  // What is not here and came without its text was refused, and lost here: nothing is left to be shown of it.
  if (!here && (item.sealed === null || own === null)) return;
  if (here && item.sealed !== null && here.content !== item.sealed.content) return;
  if (!here && item.sealed !== null && own !== null) {
    decisions.insert({ ...item.sealed, sealsAt: item.sealed.sealedAt }, own);
    const detail = { decision: id.data, sequence: item.sequence };
    audit.append({ at, actor: null, action: 'decision-came-back', subject: own.requestId, detail });
  }
  if (item.sealed !== null) takeLink(unit, item.sealed, at);
  if (!here && own !== null) {
    decisions.orderAsInChain(own.requestId);
    refreshOverlay(unit, own.requestId);
  }
  if (here && answered.has(here.state)) return;
  // The server has it, so it left.
  const left = decisions.brief(id.data);
  if (left) advanceState(unit, left, 'sent');
  outbox.countAttempt(id.data);
  applyAnswers(unit, [item.answer], { serverKey: judge.serverKey }, at);
}

/** Its place in the chain; whatever stood there without an answer gives way and is sealed anew. */
function takeLink(unit: UnitOfWork, sealed: SealedDecision, at: Instant): void {
  const { outbox } = unit.parts;
  const standing = outbox.at(sealed.sequence);
  if (standing?.id === sealed.id) return;
  if (standing && !standing.isOpen) return;
  if (standing) unseal(unit, standing.id, at);
  const before = outbox.sealed(sealed.id);
  if (before) outbox.remove(sealed.id);
  outbox.add(sealed);
  // Where the answer was known before its link came back.
  if (answered.has(unit.parts.decisions.get(sealed.id)?.state ?? '')) outbox.answered(sealed.id);
}

/** @returns how many links were given up. */
export function giveUpLinks(unit: UnitOfWork, head: ChainHead, at: Instant): number {
  const open = unit.parts.outbox.openLinks();
  const [first] = open;
  const follows = first?.sequence === head.sequence + 1 && first.previous === head.commitment;
  if (first === undefined || follows) return 0;
  for (const { id } of open) unseal(unit, id, at);
  return open.length;
}

function unseal(unit: UnitOfWork, id: SealedDecision['id'], at: Instant): void {
  const { decisions, outbox, audit } = unit.parts;
  const decision = decisions.get(id);
  outbox.remove(id);
  if (!decision) return;
  decisions.setState(id, 'recorded');
  decisions.sealFrom(id, at);
  refreshOverlay(unit, decision.requestId);
  const detail = { decision: id };
  audit.append({ at, actor: null, action: 'decision-unsealed', subject: decision.requestId, detail });
}

/** Null for what this device did not sign. */
function readOwn(sealed: SealedDecision, judge: ChainJudge): DecisionContent | null {
  const commitment = createHash('sha256').update(commitmentText(sealed), 'utf8').digest('hex');
  if (commitment !== sealed.commitment) return null;
  if (!isSignedBy(judge.deviceKey, linkText(sealed), sealed.deviceSignature)) return null;
  const content = decisionContent.safeParse(parseJson(sealed.content));
  if (!content.success || content.data.id !== sealed.id) return null;
  return content.data.deviceId === judge.deviceId ? content.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
