import type { KeptScan } from '../../../shared/domain/documents/local-scan.ts';
import type { BlobHash } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { SqlDatabase } from '../sql-database.ts';

/** Which masked scan stands in place of one that the server has unmasked only. */
export function maskedCopyTable(db: SqlDatabase) {
  const columns = 'hash, size, mime, pages';
  const ofOriginal = db.prepare<[string], KeptScan>(
    `SELECT ${columns} FROM masked_copies WHERE original = ?`,
  );
  const byHash = db.prepare<[string], KeptScan>(
    `SELECT ${columns} FROM masked_copies WHERE hash = ? LIMIT 1`,
  );
  const originals = db
    .prepare<[string], BlobHash>('SELECT original FROM masked_copies WHERE hash = ?')
    .pluck();
  const put = db.prepare(
    `INSERT INTO masked_copies (original, hash, size, mime, pages, masked_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (original) DO UPDATE SET hash = excluded.hash, size = excluded.size, mime = excluded.mime,
       pages = excluded.pages, masked_at = excluded.masked_at`,
  );
  const remove = db.prepare('DELETE FROM masked_copies WHERE hash = ?');
  return {
    of: (original: BlobHash): KeptScan | null => ofOriginal.get(original) ?? null,
    byHash: (hash: BlobHash): KeptScan | null => byHash.get(hash) ?? null,
    originals: (hash: BlobHash): BlobHash[] => originals.all(hash),
    put: (original: BlobHash, { hash, size, mime, pages }: KeptScan, at: Instant) =>
      void put.run(original, hash, size, mime, pages, at),
    remove: (hash: BlobHash) => void remove.run(hash),
  };
}
