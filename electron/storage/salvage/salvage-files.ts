import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { syncFolder } from '../durable-file.ts';
import { namedFault } from '../sql-database.ts';
import { StorageError } from '../storage-error.ts';
import type { VaultFiles } from '../vault-files.ts';

const suffixes = ['', '-wal', '-shm', '-suspect'] as const;

/** A copy to read from, and the place of the new database. */
export interface Workbench {
  copy: string;
  made: string;
  /** Name and path of the folder for the damaged files. */
  setAside: { name: string; folder: string };
}

/**
 * Copies the damaged files to where they can be read without being changed. When an earlier salvage was broken off
 * after it had set them aside, they are taken from there.
 * @throws StorageError `disk-full`, `damaged` when there is nothing to read; nothing was changed then.
 */
export async function layOut(files: VaultFiles, at: string): Promise<Workbench> {
  try {
    await rm(files.salvage, { recursive: true, force: true });
    await mkdir(files.salvage, { recursive: true, mode: 0o700 });
    const copy = join(files.salvage, 'damaged.db');
    const source = existsSync(files.database) ? files.database : await lastSetAside(files);
    if (source === null) throw new StorageError('damaged');
    await copyFile(source, copy);
    const log = [files.database, source].map((file) => `${file}-wal`).find((file) => existsSync(file));
    if (log !== undefined) await copyFile(log, `${copy}-wal`);
    const name = at.replace(/\W/g, '-');
    return {
      copy,
      made: join(files.salvage, 'vault.db'),
      setAside: { name, folder: join(files.setAside, name) },
    };
  } catch (error) {
    throw namedFault(error);
  }
}

/**
 * Sets the damaged files aside and puts the new database in their place. The old database goes first: broken off in
 * between, there is none, the opening says so, and the salvage can be asked for again.
 */
export async function exchange(files: VaultFiles, { made, setAside }: Workbench): Promise<void> {
  try {
    await mkdir(setAside.folder, { recursive: true, mode: 0o700 });
    for (const suffix of suffixes) {
      const file = `${files.database}${suffix}`;
      if (existsSync(file)) await rename(file, join(setAside.folder, basename(file)));
    }
    await syncFolder(setAside.folder);
    await rename(made, files.database);
    await syncFolder(files.folder);
    await rm(files.salvage, { recursive: true, force: true });
  } catch (error) {
    throw namedFault(error);
  }
}

async function lastSetAside(files: VaultFiles): Promise<string | null> {
  const names = existsSync(files.setAside) ? await readdir(files.setAside) : [];
  const databases = names.sort().map((name) => join(files.setAside, name, basename(files.database)));
  return databases.findLast((file) => existsSync(file)) ?? null;
}
