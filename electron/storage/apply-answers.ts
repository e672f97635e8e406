import { maskAadhaarNumbers } from '../../shared/domain/aadhaar-number.ts';
import type { ConflictReason } from '../../shared/domain/conflict.ts';
import { requestId, type DecisionId } from '../../shared/domain/ids.ts';
import { migrationRequest } from '../../shared/domain/request.ts';
import type { StandingDecision } from '../../shared/domain/standing-decision.ts';
import type { Instant } from '../../shared/domain/values.ts';
import type { UnprovenWhy } from '../../shared/ipc/views/outbox.ts';
import type { PushAnswerItem, Receipt, ReceiptContent } from '../../shared/sync/protocol.ts';
import { unreachable } from '../../shared/result.ts';
import { applyRequest } from './apply-changes.ts';
import { maskBody } from './mask-body.ts';
import { provenReceipt } from './proven-receipt.ts';
import type { DecisionAnswer, DecisionBrief } from './tables/decision-table.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { refreshOverlay, tellState } from './working-set.ts';

/**
 * Decisions whose receipts the caller has proven, by `proofOf`, each the very one among the answers that are given with
 * this: the dearest part of a push is done once.
 */
export type ProvenReceipts = ReadonlySet<DecisionId>;

/** Who judges receipts. */
interface Judge {
  serverKey: string;
  proven?: ProvenReceipts | undefined;
}

/**
 * Takes the server's answers. One for a decision that never left, or that has its answer, changes nothing: an answer
 * that comes twice or late must not undo what was learned before.
 */
export function applyAnswers(
  unit: UnitOfWork,
  answers: readonly PushAnswerItem[],
  judge: Judge,
  at: Instant,
): void {
  for (const answer of answers) {
    const decision = unit.parts.decisions.brief(answer.id);
    if (decision?.state === 'sealed' || decision?.state === 'sent') {
      applyAnswer(unit, decision, answer, judge, at);
    }
  }
}

function applyAnswer(
  unit: UnitOfWork,
  decision: DecisionBrief,
  answer: PushAnswerItem,
  judge: Judge,
  at: Instant,
): void {
  switch (answer.result) {
    case 'accepted': {
      const content = judge.proven?.has(decision.id)
        ? readProven(answer.receipt)
        : judged(unit, decision.id, answer.receipt, judge);
      if (content) accept(unit, decision, answer.receipt, content, at);
      else doubt(unit, decision, at);
      return;
    }
    case 'conflict': {
      const { body, masked } = maskBody(answer.present);
      const standing = maskBody(answer.standing ?? null);
      if (isPresent(body)) applyPresent(unit, decision, body, at);
      contest(unit, decision, answer.reason, standing.body as StandingDecision | null);
      const total = masked + standing.masked;
      close(unit, decision, { state: 'conflicted', answer: answer.reason, message: null, masked: total }, at);
      return;
    }
    case 'refused': {
      const message = maskAadhaarNumbers(answer.message);
      const masked = message === answer.message ? 0 : 1;
      close(unit, decision, { state: 'refused', answer: answer.reason, message, masked }, at);
      return;
    }
    default:
      unreachable(answer);
  }
}

/** The text passed the schema when it was proven. */
function readProven({ text }: Receipt): ReceiptContent {
  return JSON.parse(text) as ReceiptContent;
}

function judged({ parts }: UnitOfWork, id: DecisionId, receipt: Receipt, { serverKey }: Judge) {
  const decision = parts.decisions.get(id);
  return decision && provenReceipt(receipt, decision, serverKey);
}

/** Kept until an officer has dealt with it. */
function contest(
  unit: UnitOfWork,
  decision: DecisionBrief,
  reason: ConflictReason,
  standing: StandingDecision | null,
): void {
  unit.parts.conflicts.add({ decisionId: decision.id, requestId: decision.requestId, reason, standing });
}

function accept(
  unit: UnitOfWork,
  decision: DecisionBrief,
  receipt: Receipt,
  content: ReceiptContent,
  at: Instant,
): void {
  unit.parts.outbox.keepReceipt(receipt, content);
  close(unit, decision, { state: 'accepted', answer: null, message: null, masked: 0 }, at);
}

/** Not proven, so not accepted: it stays unanswered and is sent again, which the server answers as before. */
function doubt(unit: UnitOfWork, decision: DecisionBrief, at: Instant): void {
  const { outbox, audit } = unit.parts;
  const why: UnprovenWhy = 'receipt-wrong';
  outbox.postpone(decision.id, why, null);
  const detail = { decision: decision.id };
  audit.append({ at, actor: null, action: why, subject: decision.requestId, detail });
}

interface Closing extends DecisionAnswer {
  /** How many texts of the answer held an Aadhaar number, which is not kept. */
  masked: number;
}

function close(unit: UnitOfWork, decision: DecisionBrief, closing: Closing, at: Instant): void {
  const { decisions, outbox, audit } = unit.parts;
  const revision = unit.nextRevision();
  decisions.setAnswer(decision.id, closing, revision, at);
  if (closing.state !== 'conflicted') unit.forgetSeen(decision.id);
  outbox.answered(decision.id);
  if (closing.state === 'accepted') tellState(unit, decision, 'accepted', revision);
  else refreshOverlay(unit, decision.requestId);
  const detail = { decision: decision.id, answer: closing.answer, masked: closing.masked };
  const action = `decision-${closing.state}`;
  audit.append({ at, actor: null, action, subject: decision.requestId, detail });
}

/** A request that the server no longer has comes without its present state: there is nothing to set aside. */
function isPresent(present: unknown): boolean {
  return present !== undefined && present !== null;
}

/** The request as the server has it now. One that cannot be read is set aside; the conflict itself stands. */
function applyPresent(unit: UnitOfWork, decision: DecisionBrief, present: unknown, at: Instant): void {
  const parsed = migrationRequest.safeParse(present);
  const isThis = parsed.success && parsed.data.id === decision.requestId;
  const id = requestId.parse(decision.requestId);
  const version = parsed.success ? parsed.data.version : 1;
  const item = { kind: 'request', id, version, body: present };
  if (isThis) applyRequest(unit, item, at);
  else unit.setAside({ ...item, cursor: 'conflict' }, 'invalid', at);
}
