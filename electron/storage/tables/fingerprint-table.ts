import type { DocumentReading } from '../../../shared/domain/documents/document-reading.ts';
import { hashDistance } from '../../../shared/domain/documents/hash-distance.ts';
import type { BlobHash } from '../../../shared/domain/ids.ts';
import type { SqlDatabase } from '../sql-database.ts';

export interface LikeScan {
  hash: BlobHash;
  /** Bits in which the two differ. */
  distance: number;
}

type What = 'page' | 'photo';

/** All fingerprints of one kind as numbers, so that a hundred thousand are compared within milliseconds. */
interface Compared {
  ordinals: number[];
  /** `wordsEach` for each ordinal. */
  words: number[];
}

/** A fingerprint has 256 bits: eight words of 32. */
const wordsEach = 8;

/**
 * By what scans are found again: perceptual hashes of pages and photos, and the identities read. The numbers are read
 * once and then kept beside the table, where they may outlast a row that was taken back: a hit counts only when the
 * table still has it.
 */
export function fingerprintTable(db: SqlDatabase) {
  const all = db.prepare<[string], { ordinal: number; bits: string }>(
    'SELECT ordinal, bits FROM fingerprints WHERE what = ?',
  );
  const one = db.prepare<[number], { hash: BlobHash; bits: string; what: What }>(
    'SELECT hash, bits, what FROM fingerprints WHERE ordinal = ?',
  );
  const ofHash = db
    .prepare<[string, string], string>('SELECT bits FROM fingerprints WHERE hash = ? AND what = ?')
    .pluck();
  const insert = db
    .prepare<[string, string, string], number>(
      'INSERT INTO fingerprints (hash, what, bits) VALUES (?, ?, ?) RETURNING ordinal',
    )
    .pluck();
  const addKey = db.prepare('INSERT INTO identities (key, hash) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const keysOf = db
    .prepare<[string], string>('SELECT key FROM identities WHERE hash = ? ORDER BY key')
    .pluck();
  const sharing = db
    .prepare<[string, number], BlobHash>('SELECT hash FROM identities WHERE key = ? ORDER BY hash LIMIT ?')
    .pluck();
  const remove = ['fingerprints', 'identities'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE hash = ?`),
  );
  const compared = new Map<What, Compared>();

  function numbersOf(what: What): Compared {
    const known = compared.get(what);
    if (known) return known;
    const read: Compared = { ordinals: [], words: [] };
    for (const { ordinal, bits } of all.all(what)) push(read, ordinal, bits);
    compared.set(what, read);
    return read;
  }

  function add(hash: BlobHash, what: What, bits: string): void {
    const ordinal = insert.get(hash, what, bits);
    const known = compared.get(what);
    if (known && ordinal !== undefined) push(known, ordinal, bits);
  }

  function removeAll(hash: BlobHash): void {
    for (const statement of remove) statement.run(hash);
  }

  return {
    /** Takes the place of what was kept of this scan before. */
    put(hash: BlobHash, fingerprints: DocumentReading['fingerprints'], keys: readonly string[]): void {
      removeAll(hash);
      for (const bits of new Set(fingerprints.pages)) add(hash, 'page', bits);
      if (fingerprints.photo !== null) add(hash, 'photo', fingerprints.photo);
      for (const key of keys) addKey.run(key, hash);
    },
    remove: removeAll,
    bitsOf: (hash: BlobHash, what: What): string[] => ofHash.all(hash, what),
    /** The nearest scans within so many bits, itself among them. */
    near(what: What, bits: string, reach: number, limit: number): LikeScan[] {
      const { ordinals, words } = numbersOf(what);
      const wanted = wordsOf(bits);
      const hits: { ordinal: number; distance: number }[] = [];
      for (let at = 0; at < ordinals.length; at += 1) {
        let distance = 0;
        // Most differ at once: the rest of them is not looked at.
        for (let word = 0; word < wordsEach && distance <= reach; word += 1) {
          distance += bitCount((words[at * wordsEach + word] ?? 0) ^ (wanted[word] ?? 0));
        }
        if (distance <= reach) hits.push({ ordinal: ordinals[at] ?? 0, distance });
      }
      hits.sort((a, b) => a.distance - b.distance || a.ordinal - b.ordinal);
      // A number may be given again after a row was taken back: the table's own row decides, and counts once.
      const seen = new Set<number>();
      return hits.flatMap(({ ordinal, distance }) => {
        if (seen.size >= limit || seen.has(ordinal)) return [];
        const row = one.get(ordinal);
        if (row?.what !== what || hashDistance(row.bits, bits) !== distance) return [];
        seen.add(ordinal);
        return [{ hash: row.hash, distance }];
      });
    },
    keysOf: (hash: BlobHash): string[] => keysOf.all(hash),
    sharing: (key: string, limit: number): BlobHash[] => sharing.all(key, limit),
  };
}

function push(numbers: Compared, ordinal: number, bits: string): void {
  numbers.ordinals.push(ordinal);
  numbers.words.push(...wordsOf(bits));
}

/** As signed 32-bit numbers: the engine keeps those without boxes. */
function wordsOf(bits: string): number[] {
  return Array.from(
    { length: wordsEach },
    (_, word) => Number.parseInt(bits.slice(8 * word, 8 * word + 8), 16) | 0,
  );
}

function bitCount(number: number): number {
  let n = number - ((number >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
