import Database from 'better-sqlite3-multiple-ciphers';
import { StorageError, type StorageFault } from './storage-error.ts';

/** A prepared statement; parameters and rows by position, as its SQL says. */
export interface SqlStatement<Parameters extends unknown[] = unknown[], Row = unknown> {
  run(...parameters: Parameters): unknown;
  get(...parameters: Parameters): Row | undefined;
  all(...parameters: Parameters): Row[];
  /** One row at a time, as they are read; the connection is busy until the end or until it is left. */
  iterate(...parameters: Parameters): IterableIterator<Row>;
  /** The first column only. */
  pluck(): this;
}

/** A connection. Named here, so that whoever uses it does not need the package's types. */
export interface SqlDatabase {
  prepare<Parameters extends unknown[] = unknown[], Row = unknown>(
    sql: string,
  ): SqlStatement<Parameters, Row>;
  /** `immediate` takes the write lock at its beginning; an error thrown inside rolls back. */
  transaction<Args extends unknown[], Value>(
    work: (...args: Args) => Value,
  ): { immediate(...args: Args): Value };
  exec(sql: string): unknown;
  pragma(source: string, options?: { simple?: boolean }): unknown;
  close(): unknown;
}

/** Both encrypt and authenticate each page; `chacha20` is the faster one where the processor lacks AES instructions. */
export type Cipher = 'aegis' | 'chacha20';

export interface DatabaseKey {
  cipher: Cipher;
  /** 32 bytes in hex. Used as they are: no passphrase, so no derivation at each opening. */
  hex: string;
}

/** @throws StorageError `cannot-decrypt` for a wrong key, `damaged` for a file that is gone or broken. */
export function openEncrypted(file: string, key: DatabaseKey, mode: 'create' | 'existing'): SqlDatabase {
  return named(() => {
    const db = new Database(file, { fileMustExist: mode === 'existing' });
    try {
      db.pragma(`cipher = '${key.cipher}'`);
      db.pragma(`key = "raw:${key.hex}"`);
      // The first read proves the key: before it, nothing may write to the file.
      db.prepare('SELECT count(*) FROM sqlite_master').get();
      configure(db);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  }, 'cannot-decrypt');
}

/**
 * A damaged file, of which what can be read is to be read: without a check of its length, with whatever of its schema
 * is left. Only ever a copy, for SQLite may write to it. A read fails with SQLite's own error.
 */
export function openDamaged(file: string, key: DatabaseKey): SqlDatabase {
  const db = new Database(file, { fileMustExist: true });
  db.unsafeMode(true);
  db.pragma(`cipher = '${key.cipher}'`);
  db.pragma(`key = "raw:${key.hex}"`);
  db.pragma('writable_schema = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('trusted_schema = OFF');
  return db;
}

export function openInMemory(): SqlDatabase {
  const db = new Database(':memory:');
  configure(db);
  return db;
}

/** Of the database in memory, KB: what a sync changes lies all over the tables, and each page read anew is decrypted. */
const cacheKilobytes = 48 * 1024;
/** Pages in the log before they are moved into the database, 16 MB: each move flushes both files once more. */
const pagesInLog = 4000;

/** Full sync: a commit is on disk before it is told. Temporary tables in memory: they would be written unencrypted. */
function configure(db: SqlDatabase): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma(`cache_size = -${cacheKilobytes}`);
  db.pragma(`wal_autocheckpoint = ${pagesInLog}`);
  db.pragma('foreign_keys = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('secure_delete = ON');
  db.pragma('trusted_schema = OFF');
}

/** Runs work on a database and names what goes wrong. */
export function named<Value>(work: () => Value, unreadable: StorageFault = 'damaged'): Value {
  try {
    return work();
  } catch (error) {
    throw namedFault(error, unreadable);
  }
}

/**
 * A fault of SQLite by our name. A page that does not authenticate reads as "not a database": at the opening the key
 * is wrong, later on the page is damaged.
 */
export function namedFault(error: unknown, unreadable: StorageFault = 'damaged'): StorageError {
  if (error instanceof StorageError) return error;
  const code = error instanceof Database.SqliteError ? error.code : systemCode(error);
  return new StorageError(faultOf(code, unreadable), { cause: error });
}

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function faultOf(code: string, unreadable: StorageFault): StorageFault {
  // A shared-memory file that cannot grow is how a full disk shows itself to the WAL.
  if (/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)/.test(code)) return 'disk-full';
  if (code.startsWith('SQLITE_NOTADB')) return unreadable;
  if (/^(SQLITE_CORRUPT|SQLITE_CANTOPEN|SQLITE_IOERR_(READ|SHORT_READ|DATA|CORRUPTFS))/.test(code)) {
    return 'damaged';
  }
  return 'failed';
}
