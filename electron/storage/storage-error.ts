/** A fault of the disk or of what stands on it, by name. Never holds a key, a path or content. */
export class StorageError extends Error {
  readonly kind: StorageFault;
  /** SQLite's or the system's code of the cause (`SQLITE_IOERR_READ`, `EACCES`), or the name of its class; for the log. */
  readonly code: string | null;

  constructor(kind: StorageFault, options: { cause?: unknown; code?: string | null } = {}) {
    super(kind, 'cause' in options ? { cause: options.cause } : {});
    this.name = 'StorageError';
    this.kind = kind;
    this.code = options.code ?? codeOf(options.cause);
  }
}

/** A code and nothing else: a message may quote a path or what was being worked on. */
function codeOf(cause: unknown): string | null {
  if (!(cause instanceof Error)) return null;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
  return /^\w{1,60}$/.test(code) ? code : null;
}

export type StorageFault =
  | 'disk-full'
  | 'cannot-decrypt'
  | 'newer-vault'
  | 'damaged'
  | 'damaged-blob'
  | 'wrong-hash'
  | 'missing-key'
  | 'damaged-key'
  | 'keyring-changed'
  | 'wrong-password'
  | 'closed'
  /** The desk leaves its district: this write is not taken any more. */
  | 'leaving'
  /** The officer's access to the district has ended, and other officers still work here. */
  | 'officer-left'
  | 'failed';

/** What of an error travels between threads. */
export interface FaultNote {
  fault: StorageFault;
  code: string | null;
}

export function noteOf({ kind, code }: StorageError): FaultNote {
  return { fault: kind, code };
}
