import type { SealedDecision } from '../../../shared/domain/decision.ts';
import type { ConflictChoice } from '../../../shared/domain/conflict.ts';
import type { DecisionId } from '../../../shared/domain/ids.ts';
import type { Bilingual, Instant } from '../../../shared/domain/values.ts';
import type { OutboxItem } from '../../../shared/ipc/contract.ts';
import type { Receipt, ReceiptContent } from '../../../shared/sync/protocol.ts';
import type { SqlDatabase } from '../sql-database.ts';

type Link = Pick<
  SealedDecision,
  'id' | 'sequence' | 'previous' | 'salt' | 'commitment' | 'sealedAt' | 'deviceSignature'
>;

/** The order's number follows from the place and who the device is. */
export type OutboxEntry = Omit<OutboxItem, 'orderNo'> & { sequence: number | null };

type Listed = Omit<OutboxEntry, 'requestNo' | 'kioskCode' | 'centreName' | 'receipt' | 'conflict'> & {
  contested: string | null;
  how: ConflictChoice | null;
  endedAt: Instant | null;
  row: string;
  serverSequence: number | null;
  acceptedAt: Instant | null;
  contentHash: string | null;
};

const sealedColumns = `d.id, d.content, d.officer_signature AS officerSignature, c.sequence, c.previous, c.salt,
  c.commitment, c.sealed_at AS sealedAt, c.device_signature AS deviceSignature`;

/** The device's chain, what of it has no answer yet, and the server's receipts. */
export function outboxTable(db: SqlDatabase) {
  const head = db.prepare<[], { sequence: number; commitment: string }>(
    'SELECT sequence, commitment FROM chain ORDER BY sequence DESC LIMIT 1',
  );
  const link = db.prepare(
    `INSERT INTO chain (sequence, decision_id, previous, salt, commitment, sealed_at, device_signature)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const queue = db.prepare(
    'INSERT INTO outbox (decision_id, sequence, is_answered, attempts) VALUES (?, ?, 0, 0)',
  );
  const sealed = db.prepare<[string], SealedDecision>(
    `SELECT ${sealedColumns} FROM chain c JOIN decisions d ON d.id = c.decision_id WHERE c.decision_id = ?`,
  );
  const unsent = db.prepare<[number, string, number], SealedDecision>(
    `SELECT ${sealedColumns} FROM outbox o JOIN chain c ON c.sequence = o.sequence
       JOIN decisions d ON d.id = o.decision_id
     WHERE o.is_answered = 0 AND o.sequence > ? AND o.sequence < coalesce((SELECT min(sequence) FROM outbox
       WHERE is_answered = 0 AND next_try_at > ?), 9007199254740991)
     ORDER BY o.sequence LIMIT ?`,
  );
  const attempt = db.prepare(
    'UPDATE outbox SET attempts = attempts + 1, next_try_at = NULL WHERE decision_id = ?',
  );
  const postpone = db.prepare(
    'UPDATE outbox SET last_error = ?, next_try_at = ? WHERE decision_id = ? AND is_answered = 0',
  );
  const answered = db.prepare(
    'UPDATE outbox SET is_answered = 1, last_error = NULL, next_try_at = NULL WHERE decision_id = ?',
  );
  const receipt = db.prepare(
    `INSERT INTO receipts (decision_id, text, signature, server_sequence, accepted_at, content_hash)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (decision_id) DO NOTHING`,
  );
  const list = db.prepare<[], Listed>(
    `SELECT d.id AS decisionId, d.request_id AS requestId, d.outcome, d.state, d.recorded_at AS recordedAt,
       d.seals_at AS sealsAt, c.sequence, c.sealed_at AS sealedAt, coalesce(o.attempts, 0) AS attempts,
       o.last_error AS lastError, o.next_try_at AS nextTryAt, d.answer,
       d.answer_message AS message, q.row, f.decision_id AS contested, f.how, f.ended_at AS endedAt,
       r.server_sequence AS serverSequence, r.accepted_at AS acceptedAt, r.content_hash AS contentHash
     FROM decisions d JOIN rows q ON q.id = d.request_id LEFT JOIN chain c ON c.decision_id = d.id
       LEFT JOIN outbox o ON o.decision_id = d.id LEFT JOIN receipts r ON r.decision_id = d.id
       LEFT JOIN conflicts f ON f.decision_id = d.id
     WHERE d.state <> 'undone' ORDER BY d.ordinal DESC`,
  );
  return {
    head: () => head.get() ?? null,
    /** Takes a place in the chain and in the queue. */
    add(sealedLink: Link): void {
      const { sequence, id, previous, salt, commitment, sealedAt, deviceSignature } = sealedLink;
      link.run(sequence, id, previous, salt, commitment, sealedAt, deviceSignature);
      queue.run(id, sequence);
    },
    sealed: (id: DecisionId): SealedDecision | null => sealed.get(id) ?? null,
    /**
     * Up to the first that is not due: the server takes a device's chain in order, and would refuse for good what
     * comes past a gap.
     */
    unsent: (now: Instant, limit: number, after: number): SealedDecision[] => unsent.all(after, now, limit),
    countAttempt: (id: DecisionId) => void attempt.run(id),
    postpone: (id: DecisionId, error: string, nextTryAt: Instant | null) =>
      void postpone.run(error, nextTryAt, id),
    answered: (id: DecisionId) => void answered.run(id),
    keepReceipt({ text, signature }: Receipt, content: ReceiptContent): void {
      const { decisionId, serverSequence, acceptedAt, contentHash } = content;
      receipt.run(decisionId, text, signature, serverSequence, acceptedAt, contentHash);
    },
    list: (): OutboxEntry[] => list.all().map(itemOf),
  };
}

function itemOf(listed: Listed): OutboxEntry {
  const { row, serverSequence, acceptedAt, contentHash, contested, how, endedAt, ...rest } = listed;
  const { requestNo, kioskCode, centreName } = JSON.parse(row) as {
    requestNo: string;
    kioskCode: string;
    centreName: Bilingual;
  };
  const hasReceipt = serverSequence !== null && acceptedAt !== null && contentHash !== null;
  const receipt = hasReceipt ? { serverSequence, acceptedAt, contentHash } : null;
  const conflict = contested === null ? null : { how, endedAt };
  return { ...rest, requestNo, kioskCode, centreName, receipt, conflict };
}
