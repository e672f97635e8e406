import { officerId } from '../../../shared/domain/ids.ts';
import { auditHash, auditStart } from '../audit-chain.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { AuditEntry, AuditRow } from '../audit-entry.ts';

interface Stored extends Omit<AuditRow, 'detail' | 'actor'> {
  actor: string | null;
  detail: string;
}

/** Hash-chained rows: what was done, by whom, when. Never personal data. */
export function auditTable(db: SqlDatabase) {
  const last = db.prepare<[], { sequence: number; hash: string }>(
    'SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1',
  );
  const insert = db.prepare(
    'INSERT INTO audit (sequence, at, actor, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const page = db.prepare<[number, number], Stored>(
    'SELECT * FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?',
  );
  return {
    append(entry: AuditEntry): void {
      const head = last.get() ?? { sequence: 0, hash: auditStart };
      const sequence = head.sequence + 1;
      const hash = auditHash(head.hash, sequence, entry);
      const { at, actor, action, subject, detail } = entry;
      insert.run(sequence, at, actor, action, subject, JSON.stringify(detail), hash);
    },
    after(sequence: number, limit: number): AuditRow[] {
      return page.all(sequence, limit).map((row) => ({
        ...row,
        actor: row.actor === null ? null : officerId.parse(row.actor),
        detail: JSON.parse(row.detail) as AuditRow['detail'],
      }));
    },
  };
}
