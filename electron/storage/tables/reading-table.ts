import type { DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import { documentReading, type DocumentReading } from '../../../shared/domain/documents/document-reading.ts';
import type { BlobHash } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { StoredReading, UnreadScan } from '../store.ts';

interface Stored {
  engine: number;
  fault: DocumentFault | null;
  body: string | null;
  readAt: Instant;
}

/** What scans were found to say, by the hash of their masked bytes. */
export function readingTable(db: SqlDatabase) {
  const one = db.prepare<[string], Stored>(
    'SELECT engine, fault, body, read_at AS readAt FROM readings WHERE hash = ?',
  );
  const save = db.prepare(
    `INSERT INTO readings (hash, engine, fault, body, read_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (hash) DO UPDATE SET engine = excluded.engine, fault = excluded.fault, body = excluded.body,
       read_at = excluded.read_at`,
  );
  const tried = db.prepare('UPDATE readings SET engine = max(engine, ?) WHERE hash = ?');
  const remove = db.prepare('DELETE FROM readings WHERE hash = ?');
  const unread = db.prepare<[number, number], UnreadScan & { dueOn: string }>(
    `SELECT k.hash, k.size, k.mime, k.pages, k.request_id AS requestId, min(r.due_on) AS dueOn
     FROM kept_scans k JOIN rows r ON r.id = k.request_id LEFT JOIN readings d ON d.hash = k.hash
     WHERE r.is_open = 1 AND r.is_removed = 0 AND (d.engine IS NULL OR d.engine < ?)
     GROUP BY k.hash ORDER BY dueOn, k.hash LIMIT ?`,
  );
  const places = db
    .prepare<[string], string>(
      'SELECT DISTINCT request_id FROM kept_scans WHERE hash = ? ORDER BY request_id',
    )
    .pluck();
  return {
    get(hash: BlobHash): StoredReading | null {
      const stored = one.get(hash);
      if (!stored) return null;
      const { engine, fault, body, readAt } = stored;
      return { engine, fault, readAt, reading: body === null ? null : readBody(body) };
    },
    save: (hash: BlobHash, reading: DocumentReading, at: Instant) =>
      void save.run(hash, reading.engine, null, JSON.stringify(reading), at),
    saveFault: (hash: BlobHash, engine: number, fault: DocumentFault, at: Instant) =>
      void save.run(hash, engine, fault, null, at),
    /** An engine failed on what was read before: it has had its try. */
    leaveAsRead: (hash: BlobHash, engine: number) => void tried.run(engine, hash),
    remove: (hash: BlobHash) => void remove.run(hash),
    unread: (engine: number, limit: number): UnreadScan[] =>
      unread.all(engine, limit).map(({ dueOn: _dueOn, ...scan }) => scan),
    /** The requests to which a scan belongs that lies here. */
    placesOf: (hash: BlobHash): string[] => places.all(hash),
  };
}

/** Null for what an older engine wrote and this one cannot read: it is read anew. */
function readBody(body: string): DocumentReading | null {
  const parsed = documentReading.safeParse(JSON.parse(body));
  return parsed.success ? parsed.data : null;
}
