import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { namedFault } from './sql-database.ts';

/** Ends the name of a file that is not whole yet; whatever carries it at the next start was interrupted. */
export const unfinished = '.unfinished';

/**
 * Writes a file whole or not at all, on disk when it resolves: temporary name, fsync, rename, fsync of the folder.
 * Two writes of the same file at once do not meet: each has a temporary name of its own.
 * @throws StorageError `disk-full`: what stood there before is untouched.
 */
export async function writeDurably(file: string, bytes: Uint8Array | string): Promise<void> {
  const temporary = `${file}.${randomBytes(6).toString('hex')}${unfinished}`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw namedFault(error);
  }
}

/** Makes renames in a folder durable. Windows keeps no handle on a folder and does this by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function isUnfinished(file: string): boolean {
  return basename(file).endsWith(unfinished);
}
