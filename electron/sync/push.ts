import type { SealedDecision } from '../../shared/domain/decision.ts';
import { instantOf } from '../../shared/domain/india-date.ts';
import type { DecisionId } from '../../shared/domain/ids.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import {
  limits,
  pushAnswer,
  type PushAnswer,
  type PushAnswerItem,
  type RefusalReason,
} from '../../shared/sync/protocol.ts';
import { provenReceipt } from '../storage/proven-receipt.ts';
import type { Applied, Store, VaultIdentity } from '../storage/store.ts';
import { dueHorizon } from './due-horizon.ts';
import type { ServerSession } from './server-session.ts';
import { describeFailure, type SyncFailure } from './sync-failure.ts';
import type { Transport } from './transport.ts';
import type { TrustedTime } from './trusted-time.ts';

export interface PushParts {
  store: Pick<Store, 'unsent' | 'markSent' | 'markUnanswered' | 'applyAnswers' | 'noteAudit'>;
  transport: Transport;
  session: ServerSession;
  identity: Pick<VaultIdentity, 'serverKey'>;
  time: TrustedTime;
  now: () => number;
  applied: (applied: Applied) => void;
}

/** What lives as long as the engine, or as one attempt of it. */
export interface PushRun {
  /** Halved when the server fails on a batch, doubled when it does not: so those before a bad decision still go. */
  batchItems: number;
  /** Decisions sent in this attempt: none leaves twice in one. */
  tried: Set<DecisionId>;
  /** By hand: also those whose next try is not due yet. */
  isByHand: boolean;
  sent: number;
}

export interface PushOutcome {
  more: boolean;
  contacted: boolean;
  /** The server answered for some: their requests have moved on and are to be received. */
  answered: number;
  /** Left without an answer although the server spoke. */
  unanswered: number;
  /** Refused together with their links, which the chain needs: kept, and not answered. Null when nothing was sent. */
  linksRefused: number | null;
}

/** A thin link must move a batch within its time-out, and a lost answer sends it again. */
const batchBytes = 512 * 1024;

/**
 * Sends one batch of sealed decisions, in the order of the device's chain. `sent` is on disk before the first byte
 * leaves; a decision is answered only by an answer that names it, and accepted only by a receipt that proves it.
 * @param retryAt gives the moment (milliseconds) when decisions without an answer are due again.
 */
export async function pushBatch(
  parts: PushParts,
  run: PushRun,
  retryAt: () => number,
  signal: AbortSignal,
): Promise<Result<PushOutcome, SyncFailure>> {
  const batch = await nextBatch(parts, run);
  if (batch.length === 0) {
    return ok({ more: false, contacted: false, answered: 0, unanswered: 0, linksRefused: null });
  }
  const ids = batch.map((decision) => decision.id);
  for (const id of ids) run.tried.add(id);
  parts.applied(await parts.store.markSent(ids, instantOf(parts.now())));
  const answer = await post(parts, batch, signal);
  if (!answer.ok) return unansweredBatch(parts, run, { ids, failure: answer.error, retryAt });
  run.batchItems = Math.min(limits.pushItems, run.batchItems * 2);
  run.sent += batch.length;
  const { valid, missing, linkRefused } = await sift(parts, batch, answer.value);
  if (valid.length > 0) {
    parts.applied(await parts.store.applyAnswers(valid, instantOf(parts.now()), parts.time.today()));
  }
  if (missing.length > 0) {
    parts.applied(await parts.store.markUnanswered(missing, 'no-answer', instantOf(retryAt())));
  }
  for (const { id, reason } of linkRefused) {
    parts.applied(await parts.store.markUnanswered([id], reason, instantOf(retryAt())));
  }
  return ok({
    more: true,
    contacted: true,
    answered: valid.length,
    unanswered: missing.length,
    linksRefused: linkRefused.length,
  });
}

/**
 * The longest beginning of what is due that fits one batch; at least one. It ends before a decision that was tried
 * and got no answer: the server takes a device's chain in order, and refuses for good what comes past a gap.
 */
async function nextBatch({ store, now }: PushParts, run: PushRun): Promise<SealedDecision[]> {
  const due = await store.unsent(dueHorizon(run.isByHand, now()), run.batchItems);
  const batch: SealedDecision[] = [];
  let bytes = 0;
  for (const decision of due) {
    if (run.tried.has(decision.id)) break;
    bytes += Buffer.byteLength(decision.content) + envelopeBytes;
    if (batch.length > 0 && bytes > batchBytes) break;
    batch.push(decision);
  }
  return batch;
}

/** Signatures, hashes and names around a decision's content, roughly. */
const envelopeBytes = 700;

async function post(
  { session, transport, time, now }: PushParts,
  batch: readonly SealedDecision[],
  signal: AbortSignal,
): Promise<Result<PushAnswer, SyncFailure>> {
  return session.run(signal, async (token) => {
    const sentAt = now();
    const body = { decisions: batch };
    const answer = await transport.call({ path: '/v1/decisions', body, schema: pushAnswer, token, signal });
    if (answer.ok) time.note(answer.value.serverTime, sentAt);
    return answer;
  });
}

/** No answer: the server may have them or not. They stay `sent` and go again, as the same decisions. */
async function unansweredBatch(
  parts: PushParts,
  run: PushRun,
  { ids, failure, retryAt }: { ids: DecisionId[]; failure: SyncFailure; retryAt: () => number },
): Promise<Result<PushOutcome, SyncFailure>> {
  if (failure.kind === 'stopped') return fail(failure);
  const isAboutBatch =
    failure.kind === 'server-failed' || failure.kind === 'bad-request' || failure.kind === 'too-large';
  if (isAboutBatch) run.batchItems = Math.max(1, Math.floor(ids.length / 2));
  parts.applied(await parts.store.markUnanswered(ids, describeFailure(failure), instantOf(retryAt())));
  return fail(failure);
}

interface RefusedLink {
  id: DecisionId;
  reason: RefusalReason;
}

/** Answers for what was sent, each once; what is no answer to anything is noted and counts for nothing. */
async function sift(
  parts: PushParts,
  batch: readonly SealedDecision[],
  answer: PushAnswer,
): Promise<{ valid: PushAnswerItem[]; missing: DecisionId[]; linkRefused: RefusedLink[] }> {
  const open = new Map<string, SealedDecision>(batch.map((decision) => [decision.id, decision]));
  const names = new Set<string>(open.keys());
  const valid: PushAnswerItem[] = [];
  const linkRefused: RefusedLink[] = [];
  let strangers = 0;
  let unproven = 0;
  for (const item of answer.answers) {
    const decision = open.get(item.id);
    if (!names.has(item.id)) strangers += 1;
    if (!decision) continue;
    const { serverKey } = parts.identity;
    if (item.result === 'accepted' && !provenReceipt(item.receipt, decision, serverKey)) {
      unproven += 1;
      continue;
    }
    open.delete(item.id);
    if (item.result === 'refused' && !item.linkTaken)
      linkRefused.push({ id: decision.id, reason: item.reason });
    else valid.push(item);
  }
  if (strangers > 0 || unproven > 0) {
    const detail = { strangers, unproven };
    const at = instantOf(parts.now());
    await parts.store.noteAudit({ at, actor: null, action: 'sync-answers-ignored', subject: null, detail });
  }
  return { valid, missing: [...open.values()].map((decision) => decision.id), linkRefused };
}
