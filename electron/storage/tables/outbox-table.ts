import type { SealedDecision } from '../../../shared/domain/decision.ts';
import type { ConflictChoice } from '../../../shared/domain/conflict.ts';
import type { DecisionId, RequestId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { ItemState, ListedDecision, OutboxItem } from '../../../shared/ipc/views/outbox.ts';
import type { Receipt, ReceiptContent } from '../../../shared/sync/protocol.ts';
import type { ItemQuery } from '../item-store.ts';
import { batchOf, type BatchLimits, type OutgoingBatch } from '../outgoing-batch.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { latestTry } from '../longest-wait.ts';
import { boundOf, decisionShown, requestFacts } from './item-table.ts';

type Link = Pick<
  SealedDecision,
  'id' | 'sequence' | 'previous' | 'salt' | 'commitment' | 'sealedAt' | 'deviceSignature'
>;

/** The order's number follows from the place and who the device is. */
export type OutboxEntry = Omit<OutboxItem, 'orderNo'> & { sequence: number | null };
type ListedEntry = OutboxEntry & Pick<ListedDecision, 'shown' | 'behind'>;

type Listed = Omit<OutboxEntry, 'requestNo' | 'kioskCode' | 'centreName' | 'receipt' | 'conflict'> & {
  contested: string | null;
  how: ConflictChoice | null;
  endedAt: Instant | null;
  /** Null where the request is not here: it never came, or its page was lost and the feed has only its removal. */
  row: string | null;
  serverSequence: number | null;
  acceptedAt: Instant | null;
  contentHash: string | null;
};

interface Due {
  after: number;
  now: Instant;
  latest: Instant;
  limit: number;
}

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
  const linkOf = db.prepare<[number], { id: DecisionId; isOpen: number }>(
    `SELECT c.decision_id AS id, coalesce(o.is_answered, 1) = 0 AS isOpen FROM chain c
       LEFT JOIN outbox o ON o.decision_id = c.decision_id WHERE c.sequence = ?`,
  );
  const openLinks = db.prepare<[], { id: DecisionId; sequence: number; previous: string }>(
    `SELECT c.decision_id AS id, c.sequence, c.previous FROM outbox o JOIN chain c ON c.decision_id = o.decision_id
     WHERE o.is_answered = 0 ORDER BY c.sequence`,
  );
  const unqueue = db.prepare('DELETE FROM outbox WHERE decision_id = ?');
  const unlink = db.prepare('DELETE FROM chain WHERE decision_id = ?');
  const sealed = db.prepare<[string], SealedDecision>(
    `SELECT ${sealedColumns} FROM chain c JOIN decisions d ON d.id = c.decision_id WHERE c.decision_id = ?`,
  );
  const dueInOrder = `FROM outbox o JOIN chain c ON c.sequence = o.sequence
       JOIN decisions d ON d.id = o.decision_id
     WHERE o.is_answered = 0 AND o.sequence > @after AND o.sequence < coalesce((SELECT min(sequence) FROM outbox
       WHERE is_answered = 0 AND next_try_at > @now AND next_try_at <= @latest), 9007199254740991)
     ORDER BY o.sequence LIMIT @limit`;
  const unsent = db.prepare<[Due], SealedDecision>(`SELECT ${sealedColumns} ${dueInOrder}`);
  const outgoing = db.prepare<[Due], SealedDecision & { requestId: RequestId }>(
    `SELECT ${sealedColumns}, d.request_id AS requestId ${dueInOrder}`,
  );
  const attempt = db.prepare(
    'UPDATE outbox SET attempts = attempts + 1, next_try_at = NULL WHERE decision_id = ?',
  );
  const discount = db
    .prepare<[string], number>(
      'UPDATE outbox SET attempts = max(0, attempts - 1) WHERE decision_id = ? RETURNING attempts',
    )
    .pluck();
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
  const listed = `d.id AS decisionId, d.request_id AS requestId, d.outcome, d.state, d.recorded_at AS recordedAt,
       d.seals_at AS sealsAt, c.sequence, c.sealed_at AS sealedAt, coalesce(o.attempts, 0) AS attempts,
       o.last_error AS lastError, o.next_try_at AS nextTryAt, d.answer,
       d.answer_message AS message, q.row, f.decision_id AS contested, f.how, f.ended_at AS endedAt,
       r.server_sequence AS serverSequence, r.accepted_at AS acceptedAt, r.content_hash AS contentHash`;
  const decisions = `FROM decisions d LEFT JOIN rows q ON q.id = d.request_id LEFT JOIN chain c ON c.decision_id = d.id
       LEFT JOIN outbox o ON o.decision_id = d.id LEFT JOIN receipts r ON r.decision_id = d.id
       LEFT JOIN conflicts f ON f.decision_id = d.id
     WHERE d.state <> 'undone'`;
  const list = db.prepare<[], Listed>(`SELECT ${listed} ${decisions} ORDER BY d.ordinal DESC`);
  const one = db.prepare<[string], Listed>(`SELECT ${listed} ${decisions} AND d.id = ?`);
  const page = db.prepare<[ReturnType<typeof boundOf>], Listed & { shown: ItemState }>(
    `SELECT ${listed}, ${decisionShown} AS shown ${decisions} AND (@state IS NULL OR shown = @state)
     ORDER BY d.ordinal DESC LIMIT @limit`,
  );
  // The first of the chain without an answer, where the link is not what it waits for.
  const stuck = db.prepare<[], { sequence: number; row: string | null; requestId: string }>(
    `SELECT o.sequence, q.row, d.request_id AS requestId FROM outbox o JOIN decisions d ON d.id = o.decision_id
       LEFT JOIN rows q ON q.id = d.request_id
     WHERE o.sequence = (SELECT min(sequence) FROM outbox WHERE is_answered = 0)
       AND o.last_error NOT LIKE 'offline%' AND o.last_error NOT LIKE 'server-nonsense%'
       AND o.last_error NOT LIKE 'proxy-%' AND o.last_error NOT LIKE 'certificate-%'`,
  );
  return {
    head: () => head.get() ?? null,
    /** Takes a place in the chain and in the queue. */
    add(sealedLink: Link): void {
      const { sequence, id, previous, salt, commitment, sealedAt, deviceSignature } = sealedLink;
      link.run(sequence, id, previous, salt, commitment, sealedAt, deviceSignature);
      queue.run(id, sequence);
    },
    /** Which decision has this place, and whether it has no answer yet. */
    at(sequence: number): { id: DecisionId; isOpen: boolean } | null {
      const found = linkOf.get(sequence);
      return found ? { id: found.id, isOpen: found.isOpen === 1 } : null;
    },
    /** Links without an answer, in their order. */
    openLinks: () => openLinks.all(),
    /** Gives up a place that the server never took. */
    remove(id: DecisionId): void {
      unqueue.run(id);
      unlink.run(id);
    },
    sealed: (id: DecisionId): SealedDecision | null => sealed.get(id) ?? null,
    /**
     * Up to the first that is not due: the server takes a device's chain in order, and would refuse for good what
     * comes past a gap.
     */
    unsent: (now: Instant, limit: number, after: number): SealedDecision[] =>
      unsent.all(dueBy(now, limit, after)),
    /** The same, as it leaves. */
    outgoing: (now: Instant, limits: BatchLimits, after: number): OutgoingBatch =>
      batchOf(outgoing.iterate(dueBy(now, limits.items, after)), limits),
    countAttempt: (id: DecisionId) => void attempt.run(id),
    /** One attempt was none. @returns how many are left. */
    discountAttempt: (id: DecisionId): number => discount.get(id) ?? 0,
    postpone: (id: DecisionId, error: string, nextTryAt: Instant | null) =>
      void postpone.run(error, nextTryAt, id),
    answered: (id: DecisionId) => void answered.run(id),
    keepReceipt({ text, signature }: Receipt, content: ReceiptContent): void {
      const { decisionId, serverSequence, acceptedAt, contentHash } = content;
      receipt.run(decisionId, text, signature, serverSequence, acceptedAt, contentHash);
    },
    list: (): OutboxEntry[] => list.all().map(itemOf),
    one(id: DecisionId): OutboxEntry | null {
      const found = one.get(id);
      return found ? itemOf(found) : null;
    },
    page(query: ItemQuery): ListedEntry[] {
      const first = stuck.get() ?? null;
      return page.all(boundOf(query)).map(({ shown, ...listedRow }) => {
        const entry = itemOf(listedRow);
        const isOpen = entry.state === 'sealed' || entry.state === 'sent';
        const isBehind = first !== null && isOpen && (entry.sequence ?? 0) > first.sequence;
        return {
          ...entry,
          shown,
          behind: isBehind ? requestFacts(first.row, first.requestId).requestNo : null,
        };
      });
    },
  };
}

function dueBy(now: Instant, limit: number, after: number): Due {
  return { after, now, latest: latestTry(now, 'decision'), limit };
}

function itemOf(listed: Listed): OutboxEntry {
  const { row, serverSequence, acceptedAt, contentHash, contested, how, endedAt, ...rest } = listed;
  const hasReceipt = serverSequence !== null && acceptedAt !== null && contentHash !== null;
  const receipt = hasReceipt ? { serverSequence, acceptedAt, contentHash } : null;
  const conflict = contested === null ? null : { how, endedAt };
  return { ...rest, ...requestFacts(row, rest.requestId), receipt, conflict };
}
