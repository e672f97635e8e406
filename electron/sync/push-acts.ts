import { transferAct, type TransferActId } from '../../shared/domain/transfer/transfer-act.ts';
import { instantOf } from '../../shared/domain/india-date.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import {
  limits,
  readTransferActsAnswer,
  type SignedTransferAct,
  type TransferActAnswer,
  type TransferActsAnswer,
} from '../../shared/sync/protocol.ts';
import type { Applied, Store } from '../storage/store.ts';
import { dueHorizon } from './due-horizon.ts';
import { actDelay } from './park-policy.ts';
import type { ServerSession } from './server-session.ts';
import { describeFailure, isAboutCall, type SyncFailure } from './sync-failure.ts';
import type { Transport } from './transport.ts';
import type { TrustedTime } from './trusted-time.ts';

export interface PushActsParts {
  store: Pick<Store, 'unsentActs' | 'applyActAnswers' | 'actFaults' | 'actsUnanswered' | 'noteAudit'>;
  transport: Transport;
  session: ServerSession;
  time: TrustedTime;
  now: () => number;
  /** 0 … 1, for the jitter. */
  random: () => number;
  /** Ids of what is on the wire now. */
  underWay: Set<string>;
  applied: (applied: Applied) => void;
}

/** What lives as long as the engine, or as one attempt of it. */
export interface PushActsRun {
  /** Halved when the server fails on a batch, doubled when it does not: one bad act keeps no other from leaving. */
  batchItems: number;
  /** Sent in this attempt: none leaves twice in one. */
  tried: Set<TransferActId>;
  /** By hand: also those whose next try is not due yet. */
  isByHand: boolean;
  /** The server answered something since an act failed last: it is not ill as a whole, so the act may be to blame. */
  mayBlame: boolean;
  sent: number;
}

export interface PushActsOutcome {
  more: boolean;
  contacted: boolean;
  /** The server took or refused them: their transfers have moved on and are to be received. */
  answered: number;
  /** Still without an answer, although the server spoke. */
  unanswered: number;
}

const batchBytes = 512 * 1024;

/**
 * Sends one batch of signed acts about transfers. They stand in no chain: each is answered for itself, and one that
 * the server does not answer is put off while the others leave, and parked after a number of faults of its own. A batch
 * on which the server fails is put off likewise, so that it stops neither decisions nor what is to be received.
 * @param retryAt gives the moment (milliseconds) when acts without an answer are due again.
 */
export async function pushActs(
  parts: PushActsParts,
  run: PushActsRun,
  retryAt: () => number,
  signal: AbortSignal,
): Promise<Result<PushActsOutcome, SyncFailure>> {
  const batch = await nextBatch(parts, run);
  if (batch.size === 0) return ok({ more: false, contacted: false, answered: 0, unanswered: 0 });
  const ids = [...batch.keys()];
  for (const id of ids) run.tried.add(id);
  for (const id of ids) parts.underWay.add(id);
  const answer = await post(parts, [...batch.values()], signal).finally(() => {
    for (const id of ids) parts.underWay.delete(id);
  });
  if (!answer.ok) {
    // The link's trouble: whoever waits for the link waits for these too, so they stay due.
    if (!isAboutBatch(answer.error)) return fail(answer.error);
    const why = describeFailure(answer.error);
    // A server without this call is an older one: no act is to blame.
    const isBlamed = ids.length === 1 && run.mayBlame && answer.error.kind !== 'not-found';
    if (isBlamed) await blame(parts, ids, why);
    else await parts.store.actsUnanswered(ids, { why, isFault: false, nextTryAt: instantOf(retryAt()) });
    run.mayBlame = false;
    run.batchItems = Math.max(1, Math.floor(ids.length / 2));
    return ok({ more: true, contacted: false, answered: 0, unanswered: ids.length });
  }
  run.batchItems = Math.min(mostItems, run.batchItems * 2);
  run.sent += batch.size;
  const { valid, missing } = await sift(parts, ids, answer.value);
  if (valid.length > 0) {
    parts.applied(await parts.store.applyActAnswers(valid, instantOf(parts.now())));
  }
  if (missing.length > 0) await blame(parts, missing, 'no-answer');
  return ok({ more: true, contacted: true, answered: valid.length, unanswered: missing.length });
}

/** Each waits for itself from now on, longer after every fault, until it is parked. */
async function blame(
  { store, now, random }: PushActsParts,
  ids: readonly TransferActId[],
  why: string,
): Promise<void> {
  for (const id of ids) {
    const delay = actDelay((await store.actFaults(id)) + 1, random);
    const nextTryAt = delay === null ? null : instantOf(now() + delay);
    await store.actsUnanswered([id], { why, isFault: true, nextTryAt });
  }
}

/** An act may be 20 kB, and the answer is waited for as a whole. */
const mostItems = 100;

export function newActsRun(before: PushActsRun | null, isByHand: boolean): PushActsRun {
  const { batchItems = mostItems, mayBlame = false } = before ?? {};
  return { batchItems, tried: new Set(), isByHand, mayBlame, sent: 0 };
}

/** An older server has no such call. */
function isAboutBatch(failure: SyncFailure): boolean {
  return isAboutCall(failure) || failure.kind === 'not-found';
}

async function nextBatch(
  { store, now }: PushActsParts,
  run: PushActsRun,
): Promise<Map<TransferActId, SignedTransferAct>> {
  const due = await store.unsentActs(dueHorizon(run.isByHand, now()), limits.pushItems);
  const batch = new Map<TransferActId, SignedTransferAct>();
  let bytes = 0;
  for (const act of due) {
    const { id } = transferAct.parse(JSON.parse(act.content));
    if (run.tried.has(id)) continue;
    bytes += Buffer.byteLength(act.content) + act.officerSignature.length;
    if (batch.size > 0 && (bytes > batchBytes || batch.size >= run.batchItems)) break;
    batch.set(id, act);
  }
  return batch;
}

async function post(
  { session, transport, time, now }: PushActsParts,
  acts: readonly SignedTransferAct[],
  signal: AbortSignal,
): Promise<Result<TransferActsAnswer, SyncFailure>> {
  return session.run(signal, async (token) => {
    const sentAt = now();
    const path = '/v1/transfer-acts';
    const answer = await transport.call({
      path,
      body: { acts },
      schema: readTransferActsAnswer,
      token,
      signal,
    });
    if (answer.ok) time.note(answer.value.serverTime, sentAt);
    return answer;
  });
}

/** Answers for what was sent, each once; what is no answer to anything is noted and counts for nothing. */
async function sift(
  { store, now }: PushActsParts,
  sent: readonly TransferActId[],
  { answers }: TransferActsAnswer,
): Promise<{ valid: TransferActAnswer[]; missing: TransferActId[] }> {
  const open = new Set(sent);
  const valid: TransferActAnswer[] = [];
  let strangers = 0;
  for (const answer of answers) {
    if (answer === null) continue;
    if (!sent.includes(answer.id)) strangers += 1;
    if (!open.delete(answer.id)) continue;
    valid.push(answer);
  }
  if (strangers > 0) {
    const at = instantOf(now());
    const detail = { strangers, unproven: 0 };
    await store.noteAudit({ at, actor: null, action: 'sync-answers-ignored', subject: null, detail });
  }
  return { valid, missing: [...open] };
}
