import { verify, createPublicKey } from 'node:crypto';
import type { SealedDecision } from '../../../shared/domain/decision.ts';
import type { SlimRow } from '../../../shared/domain/slim-row.ts';
import { limits, type PushAnswer, type Receipt, type ReceiptContent } from '../../../shared/sync/protocol.ts';
import type { SqlDatabase } from '../../../electron/storage/sql-database.ts';
import { auditRow } from './floor-entries.ts';

/** A decision's request and the texts of its row after each of the two steps, made before anything is measured. */
interface After {
  requestId: string;
  sent: string;
  accepted: string;
}

/** Reads what is unsent, marks all in one transaction, posts the batches, and keeps the answers in one transaction. */
export function floorSend(database: SqlDatabase, url: string) {
  const after = rowsAfter(database);
  const unsent = database.prepare<[], SealedDecision>(
    `SELECT d.id, d.content, d.officer_signature AS officerSignature, c.sequence, c.previous, c.salt, c.commitment,
       c.sealed_at AS sealedAt, c.device_signature AS deviceSignature
     FROM outbox o JOIN chain c ON c.sequence = o.sequence JOIN decisions d ON d.id = o.decision_id
     WHERE o.is_answered = 0 ORDER BY o.sequence`,
  );
  const { mark, keep } = writers(database, after);
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

function rowsAfter(database: SqlDatabase): Map<string, After> {
  const stored = database.prepare<[], { id: string; requestId: string; row: string }>(
    'SELECT d.id, d.request_id AS requestId, r.row FROM decisions d JOIN rows r ON r.id = d.request_id',
  );
  return new Map(
    stored.all().map(({ id, requestId, row }): [string, After] => {
      const slim = JSON.parse(row) as SlimRow;
      const inState = (state: 'sent' | 'accepted') =>
        JSON.stringify({ ...slim, decision: slim.decision && { ...slim.decision, state } });
      return [id, { requestId, sent: inState('sent'), accepted: inState('accepted') }];
    }),
  );
}

function writers(database: SqlDatabase, after: ReadonlyMap<string, After>) {
  const attempt = database.prepare(
    'UPDATE outbox SET attempts = attempts + 1, next_try_at = NULL WHERE decision_id = ?',
  );
  const state = database.prepare("UPDATE decisions SET state = 'sent' WHERE id = ?");
  const row = database.prepare('UPDATE rows SET row = ? WHERE id = ?');
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
      const { requestId, sent } = known(after, id);
      attempt.run(id);
      state.run(id);
      row.run(sent, requestId);
      audit.run(...auditRow('decision-sent', requestId, `{"decision":"${id}"}`));
    }
  });
  const keep = database.transaction((answers: PushAnswer['answers']) => {
    const receipts: Receipt[] = [];
    for (const item of answers) {
      if (item.result !== 'accepted') throw new Error(item.result);
      const { id, receipt: proof } = item;
      const said = JSON.parse(proof.text) as ReceiptContent;
      const { requestId, accepted } = known(after, id);
      receipt.run(id, proof.text, proof.signature, said.serverSequence, said.acceptedAt, said.contentHash);
      answer.run(said.acceptedAt, id);
      answered.run(id);
      row.run(accepted, requestId);
      audit.run(...auditRow('decision-accepted', requestId, `{"decision":"${id}","answer":null,"masked":0}`));
      receipts.push(proof);
    }
    return receipts;
  });
  return { mark, keep };
}

function known(after: ReadonlyMap<string, After>, id: string): After {
  const found = after.get(id);
  if (!found) throw new Error(`Nothing was prepared for ${id}`);
  return found;
}
