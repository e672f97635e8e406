import type { BlobStore } from './blob-store.ts';
import type { Applied, Store } from './store.ts';

/**
 * The store beside its blobs: what a write shows to be unmasked leaves the disk before the write is told. Also sweeps
 * what an ending in between left there.
 * @throws StorageError when the sweep cannot remove one.
 */
export async function keepOutUnmasked(store: Store, blobs: BlobStore): Promise<Store> {
  for (const hash of await store.unmaskedScans()) {
    if (await blobs.has(hash)) await blobs.remove(hash);
  }

  async function drop({ unmasked, ...applied }: Applied): Promise<Applied> {
    for (const hash of unmasked ?? []) await blobs.remove(hash);
    return applied;
  }

  return {
    ...store,
    applyChanges: async (...args) => drop(await store.applyChanges(...args)),
    applyAnswers: async (...args) => drop(await store.applyAnswers(...args)),
    scanArrived: async (...args) => drop(await store.scanArrived(...args)),
    scanFoundUnmasked: async (...args) => drop(await store.scanFoundUnmasked(...args)),
    keepMaskedCopy: async (...args) => drop(await store.keepMaskedCopy(...args)),
    removeLocalScan: async (...args) => drop(await store.removeLocalScan(...args)),
  };
}
