import type { RequestId } from '../../../shared/domain/ids.ts';
import {
  transferAct,
  type TransferAct,
  type TransferActId,
} from '../../../shared/domain/transfer/transfer-act.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { SignedTransferAct } from '../../../shared/sync/protocol.ts';
import { latestTry } from '../longest-wait.ts';
import type { ActFailure } from '../parking-store.ts';
import type { SqlDatabase } from '../sql-database.ts';

/** `accepted` ones still speak until the feed brings them in their transfer; `refused` ones never do. */
export type ActState = 'unsent' | 'accepted' | 'refused';

export interface ActRecord {
  act: TransferAct;
  state: ActState;
}

/** What officers of this desk did about transfers. */
export function actTable(db: SqlDatabase) {
  const one = db.prepare<[string], { content: string; state: ActState }>(
    'SELECT content, state FROM transfer_acts WHERE id = ?',
  );
  const insert = db.prepare(
    `INSERT INTO transfer_acts (id, request_id, content, officer_signature, state)
     VALUES (?, ?, ?, ?, 'unsent')`,
  );
  const ofRequest = db.prepare<[string], { content: string; state: ActState }>(
    'SELECT content, state FROM transfer_acts WHERE request_id = ? ORDER BY ordinal',
  );
  const unsent = db.prepare<[number, Instant, Instant, number], SignedTransferAct>(
    `SELECT content, officer_signature AS officerSignature FROM transfer_acts
     WHERE state = 'unsent' AND is_parked <= ?
       AND (next_try_at IS NULL OR next_try_at <= ? OR next_try_at > ?)
     ORDER BY ordinal LIMIT ?`,
  );
  const faults = db.prepare<[string], number>(`SELECT faults FROM transfer_acts WHERE id = ?`).pluck();
  const answer = db.prepare(
    `UPDATE transfer_acts SET state = ?, answer = ?, answered_at = ?, next_try_at = NULL, last_error = NULL,
       is_parked = 0 WHERE id = ?`,
  );
  const unanswered = db.prepare(
    `UPDATE transfer_acts SET attempts = attempts + 1, faults = faults + ?, last_error = ?, next_try_at = ?,
       is_parked = ? WHERE id = ? AND state = 'unsent'`,
  );
  const again = `UPDATE transfer_acts SET attempts = 0, faults = 0, last_error = NULL, next_try_at = NULL, is_parked = 0
     WHERE state = 'unsent'`;
  const againOne = db.prepare(`${again} AND id = ?`);
  const againParked = db.prepare(`${again} AND is_parked = 1`);
  const parked = db
    .prepare<[], number>(`SELECT count(*) FROM transfer_acts WHERE state = 'unsent' AND is_parked = 1`)
    .pluck();
  const count = db.prepare<[], number>(`SELECT count(*) FROM transfer_acts WHERE state = 'unsent'`).pluck();
  return {
    get(id: TransferActId): ActRecord | null {
      const stored = one.get(id);
      return stored ? recordOf(stored) : null;
    },
    insert: (act: TransferAct, { content, officerSignature }: SignedTransferAct) =>
      void insert.run(act.id, act.requestId, content, officerSignature),
    ofRequest: (id: RequestId): ActRecord[] => ofRequest.all(id).map(recordOf),
    unsent: (now: Instant, limit: number, withParked: boolean): SignedTransferAct[] =>
      unsent.all(Number(withParked), now, latestTry(now, 'item'), limit),
    faults: (id: TransferActId): number => faults.get(id) ?? 0,
    setAnswer: (id: TransferActId, state: ActState, why: string | null, at: Instant) =>
      void answer.run(state, why, at, id),
    unanswered: (id: TransferActId, { why, isFault, nextTryAt }: ActFailure) =>
      void unanswered.run(Number(isFault), why, nextTryAt, Number(nextTryAt === null), id),
    again: (id: TransferActId) => void againOne.run(id),
    unparkAll: () => void againParked.run(),
    count: (): number => count.get() ?? 0,
    countParked: (): number => parked.get() ?? 0,
  };
}

/** @throws ZodError when the text is no act: a fault of the caller. */
export function readAct({ content }: Pick<SignedTransferAct, 'content'>): TransferAct {
  return transferAct.parse(JSON.parse(content));
}

function recordOf({ content, state }: { content: string; state: ActState }): ActRecord {
  return { act: readAct({ content }), state };
}
