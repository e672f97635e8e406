import type { Instant } from '../../../shared/domain/values.ts';
import type { SetAsideItem } from '../../../shared/ipc/contract.ts';
import { changeLine, type ChangeLine } from '../../../shared/sync/protocol.ts';
import { knownKinds } from '../known-kind.ts';
import type { SqlDatabase } from '../sql-database.ts';

/**
 * What came and could not be used, whole as it came: unknown kinds for a newer version of the app, and items of a
 * known kind that do not fit.
 */
export function setAsideTable(db: SqlDatabase) {
  const put = db.prepare(
    `INSERT INTO set_aside (kind, id, version, why, at, line) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version, why = excluded.why, at = excluded.at,
       line = excluded.line WHERE excluded.version >= version`,
  );
  const clear = db.prepare('DELETE FROM set_aside WHERE kind = ? AND id = ? AND version <= ?');
  const carried = db.prepare<[string], { line: string; at: Instant }>(
    `SELECT line, at FROM set_aside WHERE why = 'unknown-kind' AND kind IN (SELECT value FROM json_each(?))
     ORDER BY at, kind, id`,
  );
  const list = db.prepare<[], SetAsideItem>(
    'SELECT kind, id, why, at FROM set_aside ORDER BY at DESC, kind, id',
  );
  const any = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM set_aside)').pluck();
  const count = db.prepare<[], number>('SELECT count(*) FROM set_aside').pluck();
  return {
    put(line: ChangeLine, why: SetAsideItem['why'], at: Instant): void {
      put.run(line.kind, line.id, line.version, why, at, JSON.stringify(line));
    },
    /** A later version of the item could be used. */
    clear: (kind: string, id: string, version: number) => void clear.run(kind, id, version),
    isAny: (): boolean => any.get() === 1,
    /** Those that a version of the app carried which did not know their kind yet. */
    carriedOfKnownKinds: () =>
      carried
        .all(JSON.stringify(knownKinds))
        .map(({ line, at }) => ({ line: changeLine.parse(JSON.parse(line)), at })),
    list: (): SetAsideItem[] => list.all(),
    count: (): number => count.get() ?? 0,
  };
}
