import type { RequestId } from '../../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import { shownFields, type ShownFields } from '../archive/archive-hit-of.ts';
import type { TransferCodes } from '../archive/archive-words.ts';
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

interface StoredShown {
  /** In the order of `shownFields`. */
  fields: string;
  oldCode: string | null;
  newCode: string | null;
}

export interface Shown {
  request: ShownFields;
  codes: TransferCodes | null;
}

const paths = shownFields.map((name) => `'$.${name}'`).join(', ');

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
  // The fields alone: a request's history may be a thousand times as long, and one that a newer rule would refuse is
  // found all the same.
  const at = db.prepare<[number], StoredShown>(
    `SELECT json_extract(q.body, ${paths}) AS fields, t.old_code AS oldCode, t.new_code AS newCode
     FROM archive a JOIN requests q ON q.id = a.request_id LEFT JOIN transfers t ON t.request_id = a.request_id
     WHERE a.ordinal = CAST(? AS INTEGER)`,
  );

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
    /** What of the request there is shown. */
    at(ordinal: number): Shown | null {
      const stored = at.get(ordinal);
      if (!stored) return null;
      const { fields, oldCode, newCode } = stored;
      return { request: fieldsOf(fields), codes: oldCode === null ? null : { oldCode, newCode } };
    },
  };
}

function fieldsOf(text: string): ShownFields {
  const values = JSON.parse(text) as unknown[];
  // They stand in the order in which they were asked for.
  return Object.fromEntries(shownFields.map((name, nth) => [name, values[nth]])) as unknown as ShownFields;
}

export type ArchiveTable = ReturnType<typeof archiveTable>;

function firstOf(day: IsoDate): number {
  return (Date.parse(`${day}T00:00:00Z`) / msPerDay) * placesOfDay;
}
