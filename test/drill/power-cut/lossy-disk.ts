import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Chance } from '../../simulation/random.ts';
import type { DiskRecord } from './recorded-disk.ts';

/** What a disk writes whole or not at all. */
const sectorBytes = 512;

type Change = { is: 'write'; offset: number; data: Buffer } | { is: 'truncate'; length: number };

interface DiskFile {
  /** On the disk for sure. */
  durable: Buffer;
  /** Written and not asked to be on disk yet. */
  pending: Change[];
}

type NameChange =
  | { is: 'name'; path: string; file: DiskFile }
  | { is: 'rename'; path: string; to: string }
  | { is: 'unlink'; path: string };

/** How much of what was not synced survives a power cut. */
export type Survival = 'nothing' | 'everything' | 'parts';

/**
 * A disk with a cache that a power cut empties. A file's bytes are sure after its fsync, a name after its folder's.
 * Before it each sector of each write may be there or not, whatever the order in which they were written; and a file
 * that grew may hold zeros or garbage where nothing of it arrived. Changes of names in one folder keep their order, as
 * on every file system with a journal.
 */
export class LossyDisk {
  readonly #files = new Map<number, DiskFile>();
  readonly #names = new Map<string, DiskFile>();
  readonly #pendingNames: NameChange[] = [];

  /** @param base a folder all of which is on disk. */
  constructor(base: string) {
    for (const name of readdirSync(base, { recursive: true, encoding: 'utf8' })) {
      const path = join(base, name);
      const status = statSync(path);
      if (!status.isFile()) continue;
      const file = { durable: readFileSync(path), pending: [] };
      this.#files.set(status.ino, file);
      this.#names.set(path, file);
    }
  }

  apply(record: DiskRecord): void {
    const { kind, inode, offset, path, to, data } = record;
    switch (kind) {
      case 'create': {
        const file = { durable: Buffer.alloc(0), pending: [] };
        this.#files.set(inode, file);
        this.#pendingNames.push({ is: 'name', path, file });
        return;
      }
      case 'write':
        this.#files.get(inode)?.pending.push({ is: 'write', offset, data });
        return;
      case 'truncate':
        this.#files.get(inode)?.pending.push({ is: 'truncate', length: offset });
        return;
      case 'sync':
        if (offset === 1) this.#syncFolder(path);
        else this.#syncFile(inode);
        return;
      case 'rename':
        this.#pendingNames.push({ is: 'rename', path, to });
        return;
      case 'unlink':
        this.#pendingNames.push({ is: 'unlink', path });
        return;
      case 'make-folder':
      case 'said':
        return;
    }
  }

  /** What stands on the disk after a cut now, written below another folder. */
  writeTo(folder: string, base: string, survival: Survival, chance: Chance): void {
    const names = new Map(this.#names);
    const kept =
      survival === 'nothing'
        ? 0
        : survival === 'everything'
          ? this.#pendingNames.length
          : chance.below(this.#pendingNames.length + 1);
    for (const change of this.#pendingNames.slice(0, kept)) changeName(names, change);
    mkdirSync(folder, { recursive: true });
    for (const [path, file] of names) {
      const place = join(folder, path.slice(base.length));
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, survivor(file, survival, chance));
    }
  }

  #syncFile(inode: number): void {
    const file = this.#files.get(inode);
    if (!file) return;
    file.durable = applied(file.durable, file.pending);
    file.pending = [];
  }

  #syncFolder(folder: string): void {
    const isIn = (change: NameChange) => dirname(change.path) === folder;
    for (const change of this.#pendingNames.filter(isIn)) changeName(this.#names, change);
    const rest = this.#pendingNames.filter((change) => !isIn(change));
    this.#pendingNames.splice(0, this.#pendingNames.length, ...rest);
  }
}

function changeName(names: Map<string, DiskFile>, change: NameChange): void {
  if (change.is === 'name') names.set(change.path, change.file);
  if (change.is === 'unlink') names.delete(change.path);
  if (change.is !== 'rename') return;
  const file = names.get(change.path);
  if (!file) return;
  names.delete(change.path);
  names.set(change.to, file);
}

function survivor({ durable, pending }: DiskFile, survival: Survival, chance: Chance): Buffer {
  switch (survival) {
    case 'nothing':
      return durable;
    case 'everything':
      return applied(durable, pending);
    case 'parts':
      return applied(
        durable,
        pending.flatMap((change) => parts(change, durable.length, chance)),
      );
  }
}

/** The sectors of a write that arrived; a change of length arrived or did not. */
function parts(change: Change, durable: number, chance: Chance): Change[] {
  if (change.is === 'truncate') return chance.next() < 0.5 ? [change] : [];
  const arrived: Change[] = [];
  for (let from = 0; from < change.data.length;) {
    const place = change.offset + from;
    const to = Math.min(change.data.length, from + sectorBytes - (place % sectorBytes));
    const luck = chance.next();
    if (luck < 0.5) arrived.push({ is: 'write', offset: place, data: change.data.subarray(from, to) });
    // The file grew, and its bytes never came.
    else if (luck < 0.55 && place >= durable)
      arrived.push({ is: 'write', offset: place, data: Buffer.alloc(to - from, chance.below(256)) });
    from = to;
  }
  return arrived;
}

function applied(before: Buffer, changes: readonly Change[]): Buffer {
  const ends = changes.map((change) =>
    change.is === 'write' ? change.offset + change.data.length : change.length,
  );
  const after = Buffer.alloc(Math.max(before.length, ...ends));
  before.copy(after);
  let { length } = before;
  for (const change of changes) {
    if (change.is === 'write') {
      change.data.copy(after, change.offset);
      length = Math.max(length, change.offset + change.data.length);
    } else {
      after.fill(0, Math.min(length, change.length), length);
      length = change.length;
    }
  }
  return after.subarray(0, length);
}
