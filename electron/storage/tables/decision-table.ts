import {
  decisionContent,
  type DecisionContent,
  type DecisionState,
  type Outcome,
} from '../../../shared/domain/decision.ts';
import type { DecisionId, RequestId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { atSignOff } from '../../../shared/domain/sealing.ts';
import type { RowDecision, SlimRow } from '../../../shared/domain/slim-row.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { SignOffItem } from '../../../shared/ipc/views/sign-off.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { RecordedDecision } from '../store.ts';

/** A decision as it stands in its table; links and receipts stand apart. */
export interface DecisionRecord extends RecordedDecision {
  requestId: RequestId;
  requestVersion: number;
  outcome: Outcome;
  recordedAt: Instant;
  state: DecisionState;
}

/** Without its text: many of them are asked for in one transaction, and the text is most of a decision. */
export type DecisionBrief = Omit<DecisionRecord, 'content' | 'officerSignature' | 'sealsAt'>;

/** What the server said to it. */
export interface DecisionAnswer {
  state: Extract<DecisionState, 'accepted' | 'refused' | 'conflicted'>;
  /** Why it was refused or contested, by name. */
  answer: string | null;
  /** The server's own words, masked. */
  message: string | null;
}

type ListedForSignOff = Pick<
  SignOffItem,
  'decisionId' | 'requestId' | 'outcome' | 'recordedAt' | 'sealsAt'
> & { row: string | null; reasonCodes: string };

/** Recorded so much later than now, milliseconds: the clock was set back since, and the grace cannot be measured. */
const clearlyAhead = 5 * 60_000;

interface Moment {
  now: Instant;
  ahead: Instant;
  signOff: Instant;
}

const columns = `id, request_id AS requestId, request_version AS requestVersion, outcome, content,
  officer_signature AS officerSignature, recorded_at AS recordedAt, seals_at AS sealsAt, state`;

const briefColumns = `id, request_id AS requestId, request_version AS requestVersion, outcome,
  recorded_at AS recordedAt, state`;

export function decisionTable(db: SqlDatabase) {
  const one = db.prepare<[string], DecisionRecord>(`SELECT ${columns} FROM decisions WHERE id = ?`);
  const newest = db.prepare<[string], DecisionRecord>(
    `SELECT ${columns} FROM decisions WHERE request_id = ? AND state <> 'undone' ORDER BY ordinal DESC LIMIT 1`,
  );
  const brief = db.prepare<[string], DecisionBrief>(`SELECT ${briefColumns} FROM decisions WHERE id = ?`);
  const newestBrief = db.prepare<[string], DecisionBrief>(
    `SELECT ${briefColumns} FROM decisions WHERE request_id = ? AND state <> 'undone' ORDER BY ordinal DESC LIMIT 1`,
  );
  const insert = db.prepare(
    `INSERT INTO decisions (id, request_id, request_version, outcome, content, officer_signature, recorded_at,
       seals_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'recorded')`,
  );
  const any = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM decisions)').pluck();
  const setState = db.prepare('UPDATE decisions SET state = ? WHERE id = ?');
  const advance = db.prepare('UPDATE decisions SET state = ?, state_revision = ? WHERE id = ?');
  const sealFrom = db.prepare("UPDATE decisions SET seals_at = ? WHERE id = ? AND state = 'recorded'");
  const setAnswer = db.prepare(
    `UPDATE decisions SET state = ?, state_revision = ?, answer = ?, answer_message = ?, answered_at = ?
     WHERE id = ?`,
  );
  const due = db.prepare<[Moment], DecisionRecord>(
    `SELECT ${columns} FROM decisions INDEXED BY decisions_recorded WHERE state = 'recorded'
       AND (seals_at <= @now OR (recorded_at > @ahead AND seals_at < @signOff)) ORDER BY ordinal`,
  );
  const recorded = db.prepare<[string], DecisionRecord>(
    `SELECT ${columns} FROM decisions WHERE state = 'recorded' AND id IN (SELECT value FROM json_each(?))
     ORDER BY ordinal`,
  );
  const inChainOrder = db.prepare<[string], { ordinal: number; id: DecisionId }>(
    `SELECT d.ordinal, d.id FROM decisions d LEFT JOIN chain c ON c.decision_id = d.id WHERE d.request_id = ?
     ORDER BY CASE WHEN c.sequence IS NOT NULL THEN 1 WHEN d.state = 'recorded' THEN 2 ELSE 0 END, c.sequence,
       d.ordinal`,
  );
  const setOrdinal = db.prepare('UPDATE decisions SET ordinal = ? WHERE id = ?');
  const standing = db.prepare<[], DecisionRecord>(
    `SELECT ${columns} FROM decisions WHERE ordinal IN (SELECT (SELECT max(d.ordinal) FROM decisions d
       WHERE d.request_id = r.id AND d.state <> 'undone')
     FROM rows r INDEXED BY rows_in_set WHERE r.in_set = 1 AND r.has_standing = 1)`,
  );
  const nextSealAt = db
    .prepare<[Moment], string | null>(
      `SELECT min(iif(recorded_at > @ahead, @now, seals_at)) FROM decisions
       WHERE state = 'recorded' AND seals_at < @signOff`,
    )
    .pluck();
  const unanswered = db.prepare<[], { oldestUnsentAt: Instant | null }>(
    `SELECT min(recordedAt) AS oldestUnsentAt FROM (
       SELECT recorded_at AS recordedAt FROM decisions WHERE state = 'recorded'
       UNION ALL SELECT d.recorded_at FROM outbox o JOIN decisions d ON d.id = o.decision_id
         WHERE o.is_answered = 0)`,
  );
  const waiting = db.prepare<[string], { waiting: number; oldestWaitingAt: Instant | null }>(
    `SELECT count(*) AS waiting, min(recorded_at) AS oldestWaitingAt FROM decisions
     WHERE state = 'recorded' AND seals_at >= ?`,
  );
  const signOffItems = db.prepare<[], ListedForSignOff>(
    `SELECT d.id AS decisionId, d.request_id AS requestId, d.outcome, d.recorded_at AS recordedAt,
       d.seals_at AS sealsAt, json_extract(d.content, '$.reasonCodes') AS reasonCodes, q.row
     FROM decisions d INDEXED BY decisions_recorded LEFT JOIN rows q ON q.id = d.request_id
     WHERE d.state = 'recorded' ORDER BY d.ordinal`,
  );
  return {
    get: (id: string): DecisionRecord | null => one.get(id) ?? null,
    isAny: (): boolean => any.get() === 1,
    /** The newest of a request that is not undone. */
    newest: (id: RequestId): DecisionRecord | null => newest.get(id) ?? null,
    brief: (id: string): DecisionBrief | null => brief.get(id) ?? null,
    newestBrief: (id: RequestId): DecisionBrief | null => newestBrief.get(id) ?? null,
    insert(decision: RecordedDecision, content: DecisionContent): void {
      const { requestId, requestVersion, outcome, recordedAt } = content;
      const { id, officerSignature, sealsAt } = decision;
      insert.run(
        id,
        requestId,
        requestVersion,
        outcome,
        decision.content,
        officerSignature,
        recordedAt,
        sealsAt,
      );
    },
    /** After one came back that was made before others: a request's decisions stand as in the chain, unsealed ones last. */
    orderAsInChain(id: RequestId): void {
      const found = inChainOrder.all(id);
      const ordinals = found.map(({ ordinal }) => ordinal).sort((a, b) => a - b);
      // First out of each other's way: an ordinal stands once.
      for (const { id: decision, ordinal } of found) setOrdinal.run(-ordinal, decision);
      for (const [nth, { id: decision }] of found.entries()) setOrdinal.run(ordinals[nth] ?? null, decision);
    },
    /** For whoever makes the row anew afterwards. */
    setState: (id: DecisionId, state: DecisionState) => void setState.run(state, id),
    /** As `setState`, where the row may be told the state alone. @param revision the working set's, as it is told. */
    advance: (id: DecisionId, state: DecisionState, revision: number) =>
      void advance.run(state, revision, id),
    /** Due to be sealed from then on. */
    sealFrom: (id: DecisionId, at: Instant) => void sealFrom.run(at, id),
    /** @param revision as of `advance`. */
    setAnswer(
      id: DecisionId,
      { state, answer, message }: DecisionAnswer,
      revision: number,
      at: Instant,
    ): void {
      setAnswer.run(state, revision, answer, message, at, id);
    },
    due: (now: Instant): DecisionRecord[] => due.all(momentOf(now)),
    /** Of those named, the ones that can still be sealed. */
    recorded: (ids: readonly DecisionId[]): DecisionRecord[] => recorded.all(JSON.stringify(ids)),
    /** Those that speak for their request before the server's version does. */
    standing: (): DecisionRecord[] => standing.all(),
    signOffItems: (): SignOffItem[] => signOffItems.all().map(signOffItemOf),
    unansweredFacts: () => ({
      oldestUnsentAt: unanswered.get()?.oldestUnsentAt ?? null,
      waiting: waiting.get(atSignOff)?.waiting ?? 0,
      oldestWaitingAt: waiting.get(atSignOff)?.oldestWaitingAt ?? null,
    }),
    nextSealAt: (now: Instant): Instant | null => nextSealAt.get(momentOf(now)) ?? null,
  };
}

function momentOf(now: Instant): Moment {
  return { now, ahead: instantOf(Date.parse(now) + clearlyAhead), signOff: atSignOff };
}

type SignOffFacts = Pick<SignOffItem, 'requestNo' | 'kioskCode' | 'applicantName' | 'targetLspId'>;

/** Its request was lost with a damaged vault and has not come again: the decision can be signed off all the same. */
function withoutRequest(id: RequestId): SignOffFacts {
  return { requestNo: id, kioskCode: '', applicantName: { hi: '', en: '' }, targetLspId: null };
}

function signOffItemOf({ row, reasonCodes, ...rest }: ListedForSignOff): SignOffItem {
  const facts: SignOffFacts = row === null ? withoutRequest(rest.requestId) : (JSON.parse(row) as SlimRow);
  const { requestNo, kioskCode, applicantName, targetLspId } = facts;
  return {
    ...rest,
    requestNo,
    kioskCode,
    applicantName,
    targetLspId,
    reasonCodes: JSON.parse(reasonCodes) as string[],
  };
}

/** @throws TypeError when the text is no decision's content, or another decision's: a fault of the caller. */
export function readContent(decision: Pick<RecordedDecision, 'id' | 'content'>): DecisionContent {
  const content = decisionContent.parse(JSON.parse(decision.content));
  if (content.id !== decision.id) throw new TypeError('The content names another decision');
  return content;
}

export function rowDecisionOf(decision: DecisionBrief | null): RowDecision | null {
  if (!decision) return null;
  const { id, outcome, state, requestVersion } = decision;
  return { id, outcome, state, requestVersion };
}
