import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { sha256 } from '../signatures.ts';

/** Content-addressed files: a name is the SHA-256 of its bytes, so a file that is there is the right one. */
export interface BlobFolder {
  /** In bytes; null when there is none. */
  size(hash: string): Promise<number | null>;
  /** The bytes from `start` to `end`, both included. */
  read(hash: string, start: number, end: number): Readable;
  /** Keeps the bytes under their hash, on disk before it resolves, and tells the hash. */
  put(bytes: Uint8Array): Promise<string>;
  /** Takes over a file whose hash is known. */
  adopt(file: string, hash: string): Promise<void>;
}

export async function openBlobFolder(folder: string): Promise<BlobFolder> {
  await mkdir(folder, { recursive: true });
  const pathOf = (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('Not a blob hash');
    return join(folder, hash);
  };
  return {
    size: (hash) => sizeOf(pathOf(hash)),
    read: (hash, start, end) => createReadStream(pathOf(hash), { start, end }),
    async put(bytes) {
      const hash = sha256(bytes);
      if ((await sizeOf(pathOf(hash))) === null) await writeWhole(folder, pathOf(hash), bytes);
      return hash;
    },
    async adopt(file, hash) {
      if ((await sizeOf(pathOf(hash))) !== null) return;
      const temporary = join(folder, `.${randomUUID()}`);
      await copyFile(file, temporary);
      await rename(temporary, pathOf(hash));
    },
  };
}

/** Under a temporary name first: a half-written file never has a blob's name. */
async function writeWhole(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(folder, `.${randomUUID()}`);
  const file = await open(temporary, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
