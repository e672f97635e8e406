import { createHash } from 'node:crypto';
import type { BlobHash } from '../../../shared/domain/ids.ts';
import type { BlobStore } from '../../../electron/storage/blob-store.ts';
import { StorageError } from '../../../electron/storage/storage-error.ts';

export interface MemoryBlobs extends BlobStore {
  /** Makes each `put` fail as a full disk does, until it is set back. */
  isFull: boolean;
  readonly size: number;
}

/** Scans in memory, checked like those on disk. */
export function memoryBlobs(): MemoryBlobs {
  const kept = new Map<BlobHash, Uint8Array>();
  return {
    isFull: false,
    get size() {
      return kept.size;
    },
    has: async (hash) => kept.has(hash),
    async put(hash, bytes) {
      if (this.isFull) throw new StorageError('disk-full');
      if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new StorageError('wrong-hash');
      kept.set(hash, bytes);
    },
    get: async (hash) => kept.get(hash) ?? null,
    remove: async (hash) => void kept.delete(hash),
    clear: async () => {
      kept.clear();
    },
  };
}
