import type { RequestId } from '../../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import type { SqlDatabase } from '../sql-database.ts';

/** Places of one day in the order of receipt: more than any day brings. */
const placesOfDay = 2 ** 24;
const msPerDay = 86_400_000;

export type Placed = Pick<MigrationRequest, 'id' | 'receivedOn'>;

export interface Place {
  ordinal: number;
  /** Tells whether the words changed. */
  fingerprint: string;
}

/** Of every request in view its place, and the index of the words that find it. What is shown of it is the request's own. */
export function archiveTable(db: SqlDatabase) {
  const place = db.prepare<[string], Place>('SELECT ordinal, fingerprint FROM archive WHERE request_id = ?');
  const lastBefore = db
    .prepare<[number], number>(
      'SELECT ordinal FROM archive WHERE ordinal < CAST(? AS INTEGER) ORDER BY ordinal DESC LIMIT 1',
    )
    .pluck();
  const insert = db.prepare(
    'INSERT INTO archive (ordinal, request_id, fingerprint) VALUES (CAST(? AS INTEGER), ?, ?)',
  );
  const remove = db.prepare('DELETE FROM archive WHERE request_id = ?');
  const addWords = db.prepare('INSERT INTO archive_words (rowid, words) VALUES (CAST(? AS INTEGER), ?)');
  const removeWords = db.prepare('DELETE FROM archive_words WHERE rowid = CAST(? AS INTEGER)');
  const find = db
    .prepare<[string, number], number>(
      'SELECT rowid FROM archive_words WHERE archive_words MATCH ? ORDER BY rowid DESC LIMIT ?',
    )
    .pluck();
  const at = db
    .prepare<[number], RequestId>('SELECT request_id FROM archive WHERE ordinal = CAST(? AS INTEGER)')
    .pluck();

  return {
    of: (id: RequestId): Place | null => place.get(id) ?? null,
    /** Gives a request that has no place the last one of its day. @returns it */
    place({ id, receivedOn }: Placed, fingerprint: string): number {
      const first = firstOf(receivedOn);
      const last = lastBefore.get(first + placesOfDay) ?? 0;
      const ordinal = Math.max(first, last + 1);
      insert.run(ordinal, id, fingerprint);
      return ordinal;
    },
    remove: (id: RequestId) => void remove.run(id),
    addWords: (ordinal: number, words: string) => void addWords.run(ordinal, words),
    removeWords: (ordinal: number) => void removeWords.run(ordinal),
    /** Places of those that the expression finds, the newest first. */
    find: (expression: string, limit: number): number[] => find.all(expression, limit),
    at: (ordinal: number): RequestId | null => at.get(ordinal) ?? null,
  };
}

export type ArchiveTable = ReturnType<typeof archiveTable>;

function firstOf(day: IsoDate): number {
  return (Date.parse(`${day}T00:00:00Z`) / msPerDay) * placesOfDay;
}
