/** A fault of the disk or of what stands on it, by name. Never holds a key, a path or content. */
export class StorageError extends Error {
  readonly kind: StorageFault;

  constructor(kind: StorageFault, options?: { cause?: unknown }) {
    super(kind, options);
    this.name = 'StorageError';
    this.kind = kind;
  }
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
  | 'failed';
