import type { RequestId } from '../../../shared/domain/ids.ts';
import {
  transferAct,
  type TransferAct,
  type TransferActId,
} from '../../../shared/domain/transfer/transfer-act.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { SignedTransferAct } from '../../../shared/sync/protocol.ts';
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
  const unsent = db.prepare<[string, number], SignedTransferAct>(
    `SELECT content, officer_signature AS officerSignature FROM transfer_acts
     WHERE state = 'unsent' AND (next_try_at IS NULL OR next_try_at <= ?) ORDER BY ordinal LIMIT ?`,
  );
  const answer = db.prepare(
    `UPDATE transfer_acts SET state = ?, answer = ?, answered_at = ?, next_try_at = NULL WHERE id = ?`,
  );
  const postpone = db.prepare(`UPDATE transfer_acts SET next_try_at = ? WHERE id = ? AND state = 'unsent'`);
  const count = db.prepare<[], number>(`SELECT count(*) FROM transfer_acts WHERE state = 'unsent'`).pluck();
  return {
    get(id: TransferActId): ActRecord | null {
      const stored = one.get(id);
      return stored ? recordOf(stored) : null;
    },
    insert: (act: TransferAct, { content, officerSignature }: SignedTransferAct) =>
      void insert.run(act.id, act.requestId, content, officerSignature),
    ofRequest: (id: RequestId): ActRecord[] => ofRequest.all(id).map(recordOf),
    unsent: (now: Instant, limit: number): SignedTransferAct[] => unsent.all(now, limit),
    setAnswer: (id: TransferActId, state: ActState, why: string | null, at: Instant) =>
      void answer.run(state, why, at, id),
    postpone: (id: TransferActId, nextTryAt: Instant) => void postpone.run(nextTryAt, id),
    count: (): number => count.get() ?? 0,
  };
}

/** @throws ZodError when the text is no act: a fault of the caller. */
export function readAct({ content }: Pick<SignedTransferAct, 'content'>): TransferAct {
  return transferAct.parse(JSON.parse(content));
}

function recordOf({ content, state }: { content: string; state: ActState }): ActRecord {
  return { act: readAct({ content }), state };
}
