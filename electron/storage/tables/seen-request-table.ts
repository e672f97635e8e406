import type { DecisionId, RequestId } from '../../../shared/domain/ids.ts';
import { migrationRequest, type MigrationRequest } from '../../../shared/domain/request.ts';
import type { SqlDatabase } from '../sql-database.ts';

/** Requests as officers saw them when they decided, where a newer version has come since. */
export function seenRequestTable(db: SqlDatabase) {
  const body = db.prepare<[string], string>('SELECT body FROM seen_requests WHERE decision_id = ?').pluck();
  const keep = db.prepare(
    `INSERT INTO seen_requests (decision_id, body)
       SELECT d.id, r.body FROM decisions d JOIN requests r ON r.id = d.request_id AND r.version = d.request_version
       WHERE d.request_id = ? AND d.state IN ('recorded', 'sealed', 'sent')
     ON CONFLICT (decision_id) DO NOTHING`,
  );
  const any = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM seen_requests)').pluck();
  const forget = db.prepare('DELETE FROM seen_requests WHERE decision_id = ?');
  return {
    get(id: DecisionId): MigrationRequest | null {
      const text = body.get(id);
      return text === undefined ? null : migrationRequest.parse(JSON.parse(text));
    },
    /** Before the stored version of a request is replaced: for each decision on it that has no answer. */
    keepFor: (id: RequestId) => void keep.run(id),
    isAny: (): boolean => any.get() === 1,
    forget: (id: DecisionId) => void forget.run(id),
  };
}
