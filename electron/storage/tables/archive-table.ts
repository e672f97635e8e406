import { createHash } from 'node:crypto';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import type { ArchivedHit } from '../archive/archive-hit-of.ts';
import { archiveWords, type ArchiveTexts } from '../archive/archive-words.ts';
import type { SqlDatabase } from '../sql-database.ts';

/** Places of one day in the order of receipt: more than any day brings. */
const placesOfDay = 2 ** 24;
const msPerDay = 86_400_000;

interface Place {
  ordinal: number;
  fingerprint: string;
}

/** Every request in view, and the index of the words that find it. */
export function archiveTable(db: SqlDatabase) {
  const place = db.prepare<[string], Place>('SELECT ordinal, fingerprint FROM archive WHERE request_id = ?');
  const lastBefore = db
    .prepare<[number], number>(
      'SELECT ordinal FROM archive WHERE ordinal < CAST(? AS INTEGER) ORDER BY ordinal DESC LIMIT 1',
    )
    .pluck();
  const insert = db.prepare(
    'INSERT INTO archive (ordinal, request_id, fingerprint, hit) VALUES (CAST(? AS INTEGER), ?, ?, ?)',
  );
  const update = db.prepare('UPDATE archive SET hit = ? WHERE request_id = ?');
  const remove = db.prepare('DELETE FROM archive WHERE request_id = ?');
  const addWords = db.prepare('INSERT INTO archive_words (rowid, words) VALUES (CAST(? AS INTEGER), ?)');
  const removeWords = db.prepare('DELETE FROM archive_words WHERE rowid = CAST(? AS INTEGER)');
  const find = db
    .prepare<[string, number], number>(
      'SELECT rowid FROM archive_words WHERE archive_words MATCH ? ORDER BY rowid DESC LIMIT ?',
    )
    .pluck();
  const hit = db
    .prepare<[number], string>('SELECT hit FROM archive WHERE ordinal = CAST(? AS INTEGER)')
    .pluck();

  function drop(id: RequestId): void {
    const stored = place.get(id);
    if (!stored) return;
    removeWords.run(stored.ordinal);
    remove.run(id);
  }

  return {
    /** Takes a request in, or anew. Words that did not change are left: most versions change a status only. */
    put(archived: ArchivedHit, texts: ArchiveTexts): void {
      const text = JSON.stringify(archived);
      const fingerprint = fingerprintOf(archived.receivedOn, texts);
      if (place.get(archived.id)?.fingerprint === fingerprint) {
        update.run(text, archived.id);
        return;
      }
      drop(archived.id);
      const first = firstOf(archived.receivedOn);
      const last = lastBefore.get(first + placesOfDay) ?? 0;
      const ordinal = Math.max(first, last + 1);
      insert.run(ordinal, archived.id, fingerprint, text);
      addWords.run(ordinal, archiveWords(texts));
    },
    remove: drop,
    /** Places of those that the expression finds, the newest first. */
    find: (expression: string, limit: number): number[] => find.all(expression, limit),
    hit(ordinal: number): ArchivedHit | null {
      const text = hit.get(ordinal);
      return text === undefined ? null : (JSON.parse(text) as ArchivedHit);
    },
  };
}

function fingerprintOf(day: IsoDate, texts: ArchiveTexts): string {
  return createHash('sha256')
    .update(JSON.stringify([day, texts]))
    .digest('base64')
    .slice(0, 22);
}

function firstOf(day: IsoDate): number {
  return (Date.parse(`${day}T00:00:00Z`) / msPerDay) * placesOfDay;
}
