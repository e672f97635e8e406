import type { RequestId } from '../../../shared/domain/ids.ts';
import { attachment, type Attachment } from '../../../shared/sync/attachments.ts';
import type { SqlDatabase } from '../sql-database.ts';

/** Scans that other desks of the district took in and sent up. */
export function attachmentTable(db: SqlDatabase) {
  const version = db.prepare<[string], number>('SELECT version FROM attachments WHERE id = ?').pluck();
  const get = db.prepare<[string], string | null>('SELECT body FROM attachments WHERE id = ?').pluck();
  const put = db.prepare(
    `INSERT INTO attachments (id, version, request_id, hash, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, body = excluded.body`,
  );
  const ofRequest = db
    .prepare<[string], string>(
      'SELECT body FROM attachments WHERE request_id = ? AND body IS NOT NULL ORDER BY id',
    )
    .pluck();
  return {
    version: (id: string): number | null => version.get(id) ?? null,
    get(id: string): Attachment | null {
      const body = get.get(id);
      return body === undefined || body === null ? null : attachment.parse(JSON.parse(body));
    },
    /** @param body null: taken back. */
    put(id: string, itsVersion: number, body: Attachment | null): void {
      put.run(id, itsVersion, body?.requestId ?? null, body?.scan.hash ?? null, body && JSON.stringify(body));
    },
    ofRequest: (id: RequestId): Attachment[] =>
      ofRequest.all(id).map((body) => attachment.parse(JSON.parse(body))),
  };
}
