import { officerId } from '../../../shared/domain/ids.ts';
import { auditHash, auditStart } from '../audit-chain.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { AuditEntry, AuditRow } from '../audit-entry.ts';

interface Stored extends Omit<AuditRow, 'detail' | 'actor'> {
  actor: string | null;
  detail: string;
}

interface Head {
  sequence: number;
  hash: string;
}

/** Hash-chained rows: what was done, by whom, when. Never personal data. */
export function auditTable(db: SqlDatabase) {
  const last = db.prepare<[], Head>('SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1');
  const insert = db.prepare(
    'INSERT INTO audit (sequence, at, actor, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const page = db.prepare<[number, number], Stored>(
    'SELECT * FROM audit WHERE sequence > ? ORDER BY sequence LIMIT ?',
  );
  /** Only within one transaction: after a rollback it would lead on from a row that is not there. */
  let head: Head | null = null;
  let isInTransaction = false;
  return {
    append(entry: AuditEntry): void {
      const before = head ?? last.get() ?? { sequence: 0, hash: auditStart };
      const sequence = before.sequence + 1;
      const hash = auditHash(before.hash, sequence, entry);
      const { at, actor, action, subject, detail } = entry;
      insert.run(sequence, at, actor, action, subject, JSON.stringify(detail), hash);
      if (isInTransaction) head = { sequence, hash };
    },
    /** Runs what is one transaction: its rows follow each other without the last one being read for each. */
    inTransaction<Done>(work: () => Done): Done {
      isInTransaction = true;
      try {
        return work();
      } finally {
        isInTransaction = false;
        head = null;
      }
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
