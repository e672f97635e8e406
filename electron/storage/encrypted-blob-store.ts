import { createHash } from 'node:crypto';
import { access, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobHash } from '../../shared/domain/ids.ts';
import { limits } from '../../shared/sync/protocol.ts';
import type { BlobStore } from './blob-store.ts';
import { isUnfinished, syncFolder, writeDurably } from './durable-file.ts';
import { boxOverhead, lockBox, openBox } from './keys/box.ts';
import { keyedDigest, subkey } from './keys/subkey.ts';
import { namedFault } from './sql-database.ts';
import { StorageError } from './storage-error.ts';

const largestFile = limits.blobBytes + boxOverhead;

/** @param folder made when it is not there; what an interrupted write left in it is swept away. */
export async function openBlobStore(folder: string, vaultKey: Uint8Array): Promise<BlobStore> {
  const contentKey = subkey(vaultKey, 'blob-content');
  const nameKey = subkey(vaultKey, 'blob-name');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await sweep(folder);

  const fileOf = (hash: BlobHash) => join(folder, `${keyedDigest(nameKey, hash).toString('hex')}.blob`);
  /** The name is authenticated with the bytes: a file put in another's place does not open. */
  const about = (hash: BlobHash) => `migration-desk v1 blob|${hash}`;

  return {
    has: (hash) =>
      access(fileOf(hash)).then(
        () => true,
        () => false,
      ),
    async put(hash, bytes) {
      if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new StorageError('wrong-hash');
      await writeDurably(fileOf(hash), lockBox(contentKey, bytes, about(hash)));
    },
    async get(hash) {
      const box = await readBox(fileOf(hash));
      if (box === null) return null;
      const plain = openBox(contentKey, box, about(hash));
      if (!plain) throw new StorageError('damaged-blob');
      return plain;
    },
    async remove(hash) {
      await rm(fileOf(hash), { force: true });
      await syncFolder(folder);
    },
    async clear() {
      for (const name of await readdir(folder))
        await rm(join(folder, name), { recursive: true, force: true });
      await syncFolder(folder);
    },
  };
}

async function readBox(file: string): Promise<Buffer | null> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw namedFault(error);
  });
  if (!handle) return null;
  try {
    const { size } = await handle.stat();
    if (size > largestFile) throw new StorageError('damaged-blob');
    return await handle.readFile();
  } catch (error) {
    throw namedFault(error);
  } finally {
    await handle.close();
  }
}

async function sweep(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter(isUnfinished);
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}
