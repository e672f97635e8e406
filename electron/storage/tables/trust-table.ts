import type { Instant } from '../../../shared/domain/values.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { StoredTrustUpdate } from '../store.ts';

/** Trust updates as they came, signed by the offline root: proved anew whenever they are used. */
export function trustTable(db: SqlDatabase) {
  const put = db
    .prepare<[number, Uint8Array, string], number>(
      'INSERT INTO trust_updates (sequence, bytes, kept_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING 1',
    )
    .pluck();
  const all = db.prepare<[], StoredTrustUpdate>(
    'SELECT sequence, bytes, kept_at AS at FROM trust_updates ORDER BY sequence',
  );
  return {
    /** @returns whether it was new. */
    put: (sequence: number, bytes: Uint8Array, at: Instant): boolean =>
      put.get(sequence, bytes, at) !== undefined,
    all: (): StoredTrustUpdate[] =>
      all.all().map((update) => ({ ...update, bytes: new Uint8Array(update.bytes) })),
  };
}
