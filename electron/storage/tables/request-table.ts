import type { RequestId } from '../../../shared/domain/ids.ts';
import { migrationRequest, type MigrationRequest } from '../../../shared/domain/request.ts';
import type { SqlDatabase } from '../sql-database.ts';

/** Requests as received, unknown fields too: a newer version of the app may understand more of them. */
export function requestTable(db: SqlDatabase) {
  const body = db.prepare<[string], string>('SELECT body FROM requests WHERE id = ?').pluck();
  const upsert = db.prepare(
    `INSERT INTO requests (id, feed_version, version, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET
       feed_version = excluded.feed_version, version = excluded.version, body = excluded.body`,
  );
  const idsAfter = db
    .prepare<[string, number], RequestId>('SELECT id FROM requests WHERE id > ? ORDER BY id LIMIT ?')
    .pluck();
  const setFeedVersion = db.prepare('UPDATE requests SET feed_version = ? WHERE id = ?');
  return {
    get(id: RequestId): MigrationRequest | null {
      const text = body.get(id);
      return text === undefined ? null : migrationRequest.parse(JSON.parse(text));
    },
    idsAfter: (after: RequestId, limit: number): RequestId[] => idsAfter.all(after, limit),
    upsert: (request: MigrationRequest, feedVersion: number, text: string) =>
      void upsert.run(request.id, feedVersion, request.version, text),
    setFeedVersion: (id: string, version: number) => void setFeedVersion.run(version, id),
  };
}
