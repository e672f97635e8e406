import { createHash } from 'node:crypto';
import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { documentLimits } from '../../../shared/domain/documents/document-fault.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import type { FolderFile, ScanFolder } from '../../../shared/ipc/views/documents.ts';
import type { OfferedFile } from './intake-item.ts';

const endings = new Set(['.jpg', '.jpeg', '.png', '.tif', '.tiff', '.pdf', '.heic', '.heif', '.zip']);
const mostFiles = 500;
const statsAtOnce = 32;

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

  /**
   * Null when it is gone. It comes as it is now, with the id that it has now: a scanner may have been writing at the last
   * look. One that is too large is not read.
   */
  async read(id: string): Promise<(Pick<OfferedFile, 'name' | 'bytes' | 'fault'> & { id: string }) | null> {
    const before = this.#files.get(id);
    const seen = before && (await seenAt(before.path));
    if (!seen) return null;
    const now = { id: idOf(seen), name: basename(seen.path) };
    this.#files.set(now.id, seen);
    if (seen.size > documentLimits.fileBytes) return { ...now, bytes: new Uint8Array(), fault: 'too-large' };
    const bytes = await readFile(seen.path).catch(() => null);
    return bytes && { ...now, bytes: new Uint8Array(bytes), fault: null };
  }

  noteTaken(id: string): void {
    this.#taken.add(id);
  }

  /** `changed`: another file lies there by now, perhaps of another person. It is left alone. */
  async deleteOriginal(id: string): Promise<'deleted' | 'changed' | 'gone'> {
    const seen = this.#files.get(id);
    if (!seen) return 'gone';
    const result = await deleteIfSame(seen.path, id);
    await this.look();
    return result;
  }
}

async function deleteIfSame(path: string, id: string): Promise<'deleted' | 'changed' | 'gone'> {
  const now = await seenAt(path);
  if (!now) return 'gone';
  if (idOf(now) !== id) return 'changed';
  return unlink(path).then(
    () => 'deleted',
    () => 'gone',
  );
}

/** The newest. Null when the folder cannot be read. Links are not followed, folders are not entered. */
async function filesIn(folder: string): Promise<Map<string, Seen> | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) return null;
  const wanted = entries.filter((entry) => entry.isFile() && endings.has(extname(entry.name).toLowerCase()));
  const found: Seen[] = [];
  // All of them: a folder gives its names in an order that says nothing of which are new.
  for (let from = 0; from < wanted.length; from += statsAtOnce) {
    const some = wanted.slice(from, from + statsAtOnce).map(({ name }) => seenAt(join(folder, name)));
    found.push(...(await Promise.all(some)).filter((seen) => seen !== null));
  }
  found.sort((a, b) => b.modifiedAt - a.modifiedAt);
  return new Map(found.slice(0, mostFiles).map((seen) => [idOf(seen), seen]));
}

async function seenAt(path: string): Promise<Seen | null> {
  const facts = await stat(path).catch(() => null);
  return facts && { path, size: facts.size, modifiedAt: Math.round(facts.mtimeMs) };
}

function idOf({ path, size, modifiedAt }: Seen): string {
  return createHash('sha256').update(`${path}|${size}|${modifiedAt}`).digest('hex').slice(0, 32);
}
