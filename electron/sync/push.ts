import { setImmediate } from 'node:timers/promises';
import { instantOf } from '../../shared/domain/india-date.ts';
import type { DecisionId } from '../../shared/domain/ids.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { limits, readPushAnswer, type ReadPushAnswer } from '../../shared/sync/protocol.ts';
import { emptyBatch, type OutgoingBatch } from '../storage/outgoing-batch.ts';
import type { Store, VaultIdentity } from '../storage/store.ts';
import { BatchAhead, type BatchAheadParts } from './batch-ahead.ts';
import type { ServerSession } from './server-session.ts';
import { answersEach, isWhole, joined, noAnswers, siftAnswers, type SiftedAnswers } from './sift-answers.ts';
import {
  describeFailure,
  isAboutCall,
  sendProblemOf,
  type SendProblem,
  type SyncFailure,
} from './sync-failure.ts';
import type { Transport } from './transport.ts';
import type { TrustedTime } from './trusted-time.ts';

export interface PushParts extends BatchAheadParts {
  store: BatchAheadParts['store'] & Pick<Store, 'markUnanswered' | 'noteAudit' | 'doubtChain'>;
  transport: Transport;
  session: ServerSession;
  identity: Pick<VaultIdentity, 'serverKey'>;
  time: TrustedTime;
}

/** What lives as long as the engine, or as one attempt of it. */
export interface PushRun {
  /**
   * Halved when the server fails on a batch or it did not get through, doubled when it did: so those before a bad
   * decision still go, and a thin link gets what it can move in time.
   */
  batchItems: number;
  /** Decisions sent in this attempt: none leaves twice in one. */
  tried: Set<DecisionId>;
  /** By hand: also those whose next try is not due yet. */
  isByHand: boolean;
  sent: number;
  /** Of a batch that followed others of the same step: told by the next one, for those others went through. */
  failure: SyncFailure | null;
}

export interface PushOutcome {
  more: boolean;
  contacted: boolean;
  /** The server answered for some: their requests have moved on and are to be received. */
  answered: number;
  /** Left without an answer although the server spoke. */
  unanswered: number;
  /**
   * Why decisions of this batch were not taken although the server was there: it failed on them, or refused their links,
   * which the chain needs. They are kept, and what follows them waits. Null when all is well; absent when nothing was sent.
   */
  problem?: SendProblem | null;
}

/** Moments (milliseconds) when decisions without an answer are due again. */
export interface PushRetry {
  /** After a broken link. */
  link: () => number;
  /** After the server was there and gave none. */
  server: number;
}

/** Milliseconds after which a step ends with the batch that is under way: something else may be due. */
const stepPatience = 3000;

/**
 * Sends batches of sealed decisions, in the order of the device's chain. `sent` is on disk before the first byte
 * leaves; a decision is answered only by an answer that names it, and accepted only by a receipt that proves it. Once the
 * first batch of the step was answered whole, three stand in a row: while one is on its way, the receipts of the one
 * before it are proven, and in one transaction the answers to the one before that are kept and the one that leaves next
 * is marked. What was marked and does not leave is unmarked, whatever happens.
 * Decisions are links of a chain and leave in their order: none is parked, and one on which the server fails keeps those
 * after it waiting, but nothing else.
 */
export async function pushBatches(
  parts: PushParts,
  run: PushRun,
  retry: PushRetry,
  signal: AbortSignal,
): Promise<Result<PushOutcome, SyncFailure>> {
  if (run.failure) return fail(takeFailure(run, run.failure));
  const ahead = new BatchAhead(parts, run);
  try {
    return await sendInTurn(parts, run, ahead, retry, signal);
  } finally {
    await ahead.takeBack();
  }
}

async function sendInTurn(
  parts: PushParts,
  run: PushRun,
  ahead: BatchAhead,
  retry: PushRetry,
  signal: AbortSignal,
): Promise<Result<PushOutcome, SyncFailure>> {
  const began = parts.now();
  const hasTime = () => {
    const spent = parts.now() - began;
    // A clock that was set back must not keep what else is due waiting.
    return !signal.aborted && spent >= 0 && spent < stepPatience;
  };
  const outcome: PushOutcome = { more: false, contacted: false, answered: 0, unanswered: 0 };
  /** Proven and to be kept. */
  let behind = noAnswers;
  /** To the batch before, not looked at yet. */
  let given: (() => Promise<SiftedAnswers>) | null = null;
  let batch = await ahead.mark(0);
  while (batch.decisions.length > 0) {
    const sent = batch.decisions;
    const ids = sent.map(({ id }) => id);
    const last = sent.at(-1)?.sequence ?? 0;
    for (const id of ids) run.tried.add(id);
    const isSteady = outcome.contacted && hasTime();
    const preparing = ahead.prepare(behind, isSteady ? last : null);
    const posting = post(parts, batch, signal).finally(() => {
      for (const id of ids) parts.underWay.delete(id);
    });
    // First what leaves: looking at receipts keeps this thread.
    const proving: Promise<SiftedAnswers> = given ? setImmediate().then(given) : Promise.resolve(noAnswers);
    // Their failures are thrown below, when nothing is on its way any more.
    for (const each of [preparing, proving]) each.catch(() => undefined);
    const answer = await posting;
    const before = await proving.finally(() => preparing);
    count(outcome, before);
    if (!answer.ok) {
      const isAboutBatch = await noteUnanswered(parts, run, { ids, failure: answer.error, retry });
      await settle(parts, ahead, before, retry);
      if (isAboutBatch) {
        const unanswered = outcome.unanswered + ids.length;
        return ok({ ...outcome, more: true, unanswered, problem: sendProblemOf(answer.error) });
      }
      if (!outcome.contacted) return answer;
      run.failure = answer.error;
      return ok(outcome);
    }
    run.batchItems = Math.min(limits.pushItems, run.batchItems * 2);
    run.sent += sent.length;
    Object.assign(outcome, { more: true, contacted: true, problem: outcome.problem ?? null });
    behind = before;
    given = () => siftAnswers(parts, sent, answer.value);
    const mayGoOn = isWhole(before) && answersEach(sent, answer.value) && hasTime();
    batch = mayGoOn ? (isSteady ? ahead.take() : await ahead.mark(last)) : emptyBatch;
  }
  const final = given ? await given() : noAnswers;
  count(outcome, final);
  await settle(parts, ahead, joined(behind, final), retry);
  return ok(outcome);
}

function count(outcome: PushOutcome, { valid, missing, linkRefused }: SiftedAnswers): void {
  outcome.answered += valid.length;
  outcome.unanswered += missing.length + linkRefused.length;
  if (linkRefused.length > 0) outcome.problem = 'chain-broken';
}

async function settle(
  parts: PushParts,
  ahead: BatchAhead,
  answers: SiftedAnswers,
  retry: PushRetry,
): Promise<void> {
  await ahead.keep(answers);
  await noteOpen(parts, answers, retry);
}

/** What the server left without an answer, or of which it refused the link. */
async function noteOpen(
  { store, now, applied }: PushParts,
  { missing, linkRefused }: SiftedAnswers,
  retry: PushRetry,
): Promise<void> {
  const nextTryAt = instantOf(retry.server);
  if (missing.length > 0) applied(await store.markUnanswered(missing, 'no-answer', nextTryAt));
  // This desk and the server differ about the chain: the next try asks first what the server has.
  if (linkRefused.some(({ reason }) => reason === 'chain-broken')) await store.doubtChain(instantOf(now()));
  for (const { id, reason } of linkRefused) {
    applied(await store.markUnanswered([id], reason, nextTryAt));
  }
}

async function post(
  { session, transport, time, now }: PushParts,
  { body }: OutgoingBatch,
  signal: AbortSignal,
): Promise<Result<ReadPushAnswer, SyncFailure>> {
  return session.run(signal, async (token) => {
    const sentAt = now();
    const answer = await transport.call({
      path: '/v1/decisions',
      json: body.bytes,
      schema: readPushAnswer,
      token,
      signal,
    });
    if (answer.ok) time.note(answer.value.serverTime, sentAt);
    return answer;
  });
}

/**
 * No answer: the server may have them or not. They stay `sent` and go again, as the same decisions. Where the server
 * failed on these, acts and changes still have their turn; a server that fails on everything shows itself there.
 * @returns whether the server was there and failed on this batch.
 */
async function noteUnanswered(
  parts: PushParts,
  run: PushRun,
  { ids, failure, retry }: { ids: DecisionId[]; failure: SyncFailure; retry: PushRetry },
): Promise<boolean> {
  if (failure.kind === 'stopped') return false;
  const isAboutBatch = isAboutCall(failure);
  if (isAboutBatch || brokeOff(failure)) run.batchItems = Math.max(1, Math.floor(ids.length / 2));
  const retryAt = instantOf(isAboutBatch ? retry.server : retry.link());
  parts.applied(await parts.store.markUnanswered(ids, describeFailure(failure), retryAt));
  return isAboutBatch;
}

/** The connection stood, and the body or its answer did not come through. */
function brokeOff(failure: SyncFailure): boolean {
  return (
    failure.kind === 'offline' &&
    ['no-answer', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(failure.detail)
  );
}

function takeFailure(run: PushRun, failure: SyncFailure): SyncFailure {
  run.failure = null;
  return failure;
}

export function newPushRun(batchItems: number, isByHand: boolean): PushRun {
  return { batchItems, tried: new Set(), isByHand, sent: 0, failure: null };
}
