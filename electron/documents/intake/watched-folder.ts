import { createHash } from 'node:crypto';
import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { documentLimits } from '../../../shared/domain/documents/document-fault.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import type { FolderFile, ScanFolder } from '../../../shared/ipc/views/documents.ts';
import type { OfferedFile } from './intake-item.ts';

const endings = new Set(['.jpg', '.jpeg', '.png', '.tif', '.tiff', '.pdf', '.heic', '.heif', '.zip']);
const mostFiles = 500;

interface Seen {
  path: string;
  size: number;
  modifiedAt: number;
}

/**
 * The folder into which the office's scanner writes. It is looked into, never written to, but for the deletion of an
 * original that the officer orders. Files are known to the window by an id that tells no path.
 */
export class WatchedFolder {
  #path: string | null = null;
  #isLost = false;
  #files = new Map<string, Seen>();
  /** Of files whose masked copy is kept; by name, size and time, so that a new file of the same name is new. */
  readonly #taken = new Set<string>();

  get path(): string | null {
    return this.#path;
  }

  watch(path: string | null): void {
    this.#path = path;
    this.#isLost = false;
    this.#files.clear();
  }

  /** Looks again. @returns whether anything differs from the last look. */
  async look(): Promise<boolean> {
    const before = JSON.stringify(this.state());
    if (this.#path !== null) {
      const found = await filesIn(this.#path);
      this.#isLost = found === null;
      if (found !== null) this.#files = found;
    }
    return JSON.stringify(this.state()) !== before;
  }

  state(): ScanFolder {
    const files = [...this.#files].map(([id, seen]): FolderFile => {
      const { path, size, modifiedAt } = seen;
      return {
        ...{ id, name: basename(path), size },
        ...{ modifiedAt: instantOf(modifiedAt), isTaken: this.#taken.has(id) },
      };
    });
    const newestFirst = files.toSorted((a, b) => (a.modifiedAt < b.modifiedAt ? 1 : -1));
    const name = this.#path === null ? null : basename(this.#path);
    return { name, isLost: this.#isLost, files: newestFirst.slice(0, mostFiles) };
  }

  /** Null when it is gone. One that is too large is not read: an empty file of that size would be as good. */
  async read(id: string): Promise<Pick<OfferedFile, 'name' | 'bytes' | 'fault'> | null> {
    const seen = this.#files.get(id);
    if (!seen) return null;
    const name = basename(seen.path);
    if (seen.size > documentLimits.fileBytes) return { name, bytes: new Uint8Array(), fault: 'too-large' };
    const bytes = await readFile(seen.path).catch(() => null);
    return bytes && { name, bytes: new Uint8Array(bytes), fault: null };
  }

  noteTaken(id: string): void {
    this.#taken.add(id);
  }

  /** @returns false when it was gone or could not be deleted. */
  async deleteOriginal(id: string): Promise<boolean> {
    const seen = this.#files.get(id);
    if (!seen) return false;
    const isDeleted = await unlink(seen.path).then(
      () => true,
      () => false,
    );
    await this.look();
    return isDeleted;
  }
}

/** Null when the folder cannot be read. Links are not followed, folders are not entered. */
async function filesIn(folder: string): Promise<Map<string, Seen> | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) return null;
  const wanted = entries.filter((entry) => entry.isFile() && endings.has(extname(entry.name).toLowerCase()));
  const files = new Map<string, Seen>();
  for (const entry of wanted.slice(0, 2 * mostFiles)) {
    const path = join(folder, entry.name);
    const facts = await stat(path).catch(() => null);
    if (!facts) continue;
    const seen = { path, size: facts.size, modifiedAt: Math.round(facts.mtimeMs) };
    files.set(idOf(seen), seen);
  }
  return files;
}

function idOf({ path, size, modifiedAt }: Seen): string {
  return createHash('sha256').update(`${path}|${size}|${modifiedAt}`).digest('hex').slice(0, 32);
}
