import { draft as draftSchema, type Draft } from '../../../shared/domain/decision.ts';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { SqlDatabase } from '../sql-database.ts';

/** Unfinished reviews, one a request. */
export function draftTable(db: SqlDatabase) {
  const get = db.prepare<[string], string>('SELECT body FROM drafts WHERE request_id = ?').pluck();
  const save = db.prepare(
    `INSERT INTO drafts (request_id, body, saved_at) VALUES (?, ?, ?)
     ON CONFLICT (request_id) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at`,
  );
  const any = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM drafts)').pluck();
  const remove = db.prepare('DELETE FROM drafts WHERE request_id = ?');
  return {
    get(id: RequestId): Draft | null {
      const body = get.get(id);
      return body === undefined ? null : draftSchema.parse(JSON.parse(body));
    },
    has: (id: RequestId): boolean => get.get(id) !== undefined,
    isAny: (): boolean => any.get() === 1,
    save: (id: RequestId, draft: Draft, at: Instant) => void save.run(id, JSON.stringify(draft), at),
    remove: (id: RequestId) => void remove.run(id),
  };
}
