import type { OfficerId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { SqlDatabase } from '../sql-database.ts';

/** Which notices each officer has seen. */
export function noticeTable(db: SqlDatabase) {
  const seen = db
    .prepare<[string], string>('SELECT notice_id FROM notices_seen WHERE officer_id = ? ORDER BY notice_id')
    .pluck();
  const add = db.prepare(
    'INSERT INTO notices_seen (officer_id, notice_id, seen_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  return {
    seenBy: (officer: OfficerId): string[] => seen.all(officer),
    add: (officer: OfficerId, id: string, at: Instant) => void add.run(officer, id, at),
  };
}
