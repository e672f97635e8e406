import type { BlobHash } from '../../shared/domain/ids.ts';

/**
 * Scans beside the database: AES-256-GCM files, named by a keyed digest of the content's hash, so that the name tells
 * nothing. A file appears under its name whole or not at all (temporary name, fsync, rename, fsync of the folder).
 */
export interface BlobStore {
  has(hash: BlobHash): Promise<boolean>;
  /** @throws StorageError `disk-full`; `wrong-hash` when the bytes do not hash to the name. */
  put(hash: BlobHash, bytes: Uint8Array): Promise<void>;
  /** Null when there is none. @throws StorageError `damaged-blob` when it does not authenticate. */
  get(hash: BlobHash): Promise<Uint8Array | null>;
  remove(hash: BlobHash): Promise<void>;
  /** Removes every file, whatever it is, and makes that durable. */
  clear(): Promise<void>;
}
