import { localScan, type LocalScan, type LocalScanId } from '../../../shared/domain/documents/local-scan.ts';
import type { BlobHash, OfficerId, RequestId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { SqlDatabase } from '../sql-database.ts';

/** Scans that officers took in on this PC. What was taken back stays, but is told to nobody. */
export function localScanTable(db: SqlDatabase) {
  const has = db.prepare<[string], number>('SELECT 1 FROM local_scans WHERE id = ?').pluck();
  const insert = db.prepare(
    'INSERT INTO local_scans (id, request_id, hash, size, mime, pages, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const ofRequest = db
    .prepare<[string], string>(
      'SELECT body FROM local_scans WHERE request_id = ? AND ended_at IS NULL ORDER BY ordinal',
    )
    .pluck();
  const byHash = db
    .prepare<[string], string>(
      'SELECT body FROM local_scans WHERE hash = ? AND ended_at IS NULL ORDER BY ordinal',
    )
    .pluck();
  const end = db
    .prepare<[string | null, string, string], string>(
      'UPDATE local_scans SET ended_by = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL RETURNING body',
    )
    .pluck();
  return {
    has: (id: LocalScanId): boolean => has.get(id) !== undefined,
    insert(local: LocalScan): void {
      const { hash, size, mime, pages } = local.scan;
      insert.run(local.id, local.requestId, hash, size, mime, pages, JSON.stringify(local));
    },
    ofRequest: (id: RequestId): LocalScan[] => ofRequest.all(id).map(read),
    byHash: (hash: BlobHash): LocalScan[] => byHash.all(hash).map(read),
    /** @param by null: nobody took it back, its bytes were lost. @returns null when none such stands. */
    end(id: LocalScanId, by: OfficerId | null, at: Instant): LocalScan | null {
      const body = end.get(by, at, id);
      return body === undefined ? null : read(body);
    },
  };
}

function read(body: string): LocalScan {
  return localScan.parse(JSON.parse(body));
}
