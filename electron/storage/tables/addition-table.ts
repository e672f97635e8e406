import type { OfficerId } from '../../../shared/domain/ids.ts';
import {
  localAddition,
  type LocalAddition,
  type LocalAdditionId,
  type LocalKind,
} from '../../../shared/domain/local-addition.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { SqlDatabase } from '../sql-database.ts';

/** What the office added to the master data. What was taken back or replaced stays, but is told to nobody. */
export function additionTable(db: SqlDatabase) {
  const has = db.prepare<[string], number>('SELECT 1 FROM additions WHERE id = ?').pluck();
  const insert = db.prepare('INSERT INTO additions (id, kind, body) VALUES (?, ?, ?)');
  const standing = db
    .prepare<[], string>('SELECT body FROM additions WHERE ended_at IS NULL ORDER BY ordinal')
    .pluck();
  const days = db
    .prepare<[], string>(
      "SELECT body FROM additions WHERE ended_at IS NULL AND kind IN ('holiday', 'working-day') ORDER BY ordinal",
    )
    .pluck();
  const end = db
    .prepare<[string, string, string], LocalKind>(
      'UPDATE additions SET ended_by = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL RETURNING kind',
    )
    .pluck();
  const endKind = db.prepare(
    'UPDATE additions SET ended_by = ?, ended_at = ? WHERE kind = ? AND ended_at IS NULL',
  );
  return {
    has: (id: LocalAdditionId): boolean => has.get(id) !== undefined,
    insert: (addition: LocalAddition) =>
      void insert.run(addition.id, addition.entry.kind, JSON.stringify(addition)),
    standing: (): LocalAddition[] => standing.all().map((body) => localAddition.parse(JSON.parse(body))),
    /** Those that open or close the offices. */
    days: (): LocalAddition[] => days.all().map((body) => localAddition.parse(JSON.parse(body))),
    /** @returns its kind; null when none such stands. */
    end: (id: LocalAdditionId, by: OfficerId, at: Instant): LocalKind | null => end.get(by, at, id) ?? null,
    endKind: (kind: LocalKind, by: OfficerId, at: Instant) => void endKind.run(by, at, kind),
  };
}
