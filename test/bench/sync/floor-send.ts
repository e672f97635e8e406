import { verify, createPublicKey } from 'node:crypto';
import type { SealedDecision } from '../../../shared/domain/decision.ts';
import { limits, type PushAnswer, type Receipt, type ReceiptContent } from '../../../shared/sync/protocol.ts';
import type { SqlDatabase } from '../../../electron/storage/sql-database.ts';
import { auditRow } from './floor-entries.ts';

/** Reads what is unsent, marks all in one transaction, posts the batches, and keeps the answers in one transaction. */
export function floorSend(database: SqlDatabase, url: string) {
  const requestIds = requestsDecided(database);
  const unsent = database.prepare<[], SealedDecision>(
    `SELECT d.id, d.content, d.officer_signature AS officerSignature, c.sequence, c.previous, c.salt, c.commitment,
       c.sealed_at AS sealedAt, c.device_signature AS deviceSignature
     FROM outbox o JOIN chain c ON c.sequence = o.sequence JOIN decisions d ON d.id = o.decision_id
     WHERE o.is_answered = 0 ORDER BY o.sequence`,
  );
  const { mark, keep } = writers(database, requestIds);
  const receipts: Receipt[] = [];
  return {
    async send(): Promise<void> {
      const decisions = unsent.all();
      mark.immediate(decisions);
      const answers: PushAnswer['answers'] = [];
      for (let from = 0; from < decisions.length; from += limits.pushItems) {
        const body = JSON.stringify({ decisions: decisions.slice(from, from + limits.pushItems) });
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(`${url}/v1/decisions`, { method: 'POST', headers, body });
        answers.push(...((await answer.json()) as PushAnswer).answers);
      }
      receipts.push(...keep.immediate(answers));
    },
    accepted: () => receipts.length,
    /** One check of each signature, with a key that is read once: what proving costs in one thread. */
    checkReceipts(serverKey: string): number {
      const key = createPublicKey({ key: Buffer.from(serverKey, 'base64'), format: 'der', type: 'spki' });
      const begun = performance.now();
      for (const { text, signature } of receipts) {
        const isProven = verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'));
        if (!isProven) throw new Error('A receipt is not signed');
      }
      return performance.now() - begun;
    },
  };
}

/** For the audit: read before anything is measured. */
function requestsDecided(database: SqlDatabase): Map<string, string> {
  const decided = database.prepare<[], { id: string; requestId: string }>(
    'SELECT id, request_id AS requestId FROM decisions',
  );
  return new Map(decided.all().map(({ id, requestId }) => [id, requestId]));
}

function writers(database: SqlDatabase, requestIds: ReadonlyMap<string, string>) {
  const attempt = database.prepare(
    'UPDATE outbox SET attempts = attempts + 1, next_try_at = NULL WHERE decision_id = ?',
  );
  const state = database.prepare("UPDATE decisions SET state = 'sent' WHERE id = ?");
  const audit = database.prepare(
    'INSERT INTO audit (at, actor, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const receipt = database.prepare(
    `INSERT INTO receipts (decision_id, text, signature, server_sequence, accepted_at, content_hash)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const answer = database.prepare("UPDATE decisions SET state = 'accepted', answered_at = ? WHERE id = ?");
  const answered = database.prepare('UPDATE outbox SET is_answered = 1 WHERE decision_id = ?');
  const mark = database.transaction((decisions: readonly SealedDecision[]) => {
    for (const { id } of decisions) {
      attempt.run(id);
      state.run(id);
      audit.run(...auditRow('decision-sent', known(requestIds, id), `{"decision":"${id}"}`));
    }
  });
  const keep = database.transaction((answers: PushAnswer['answers']) => {
    const receipts: Receipt[] = [];
    for (const item of answers) {
      if (item.result !== 'accepted') throw new Error(item.result);
      const { id, receipt: proof } = item;
      const said = JSON.parse(proof.text) as ReceiptContent;
      receipt.run(id, proof.text, proof.signature, said.serverSequence, said.acceptedAt, said.contentHash);
      answer.run(said.acceptedAt, id);
      answered.run(id);
      audit.run(
        ...auditRow(
          'decision-accepted',
          known(requestIds, id),
          `{"decision":"${id}","answer":null,"masked":0}`,
        ),
      );
      receipts.push(proof);
    }
    return receipts;
  });
  return { mark, keep };
}

function known(requestIds: ReadonlyMap<string, string>, id: string): string {
  const found = requestIds.get(id);
  if (found === undefined) throw new Error(`No decision ${id}`);
  return found;
}
