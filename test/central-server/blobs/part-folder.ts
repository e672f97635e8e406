import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../signatures.ts';

/** Which upload: a district's own, so that nobody adds to, or learns of, another district's. */
export interface PartName {
  districtId: string;
  hash: string;
  size: number;
}

/** Scans that are on their way up, piece by piece, until they are whole. Survives a restart. */
export interface PartFolder {
  received(part: PartName): Promise<number>;
  /** Adds a piece where the part ends, on disk before it resolves; one that begins elsewhere changes nothing. */
  append(part: PartName, first: number, bytes: Uint8Array): Promise<number>;
  whole(part: PartName): Promise<Buffer>;
  remove(part: PartName): Promise<void>;
}

/** Of one district at a time; the one that was idle longest gives way. */
const mostParts = 200;
const keptMilliseconds = 7 * 24 * 3_600_000;

export async function openPartFolder(folder: string, now: () => Date): Promise<PartFolder> {
  await mkdir(folder, { recursive: true });
  const queues = new Map<string, Promise<unknown>>();
  const prefixOf = (districtId: string) => `${sha256(Buffer.from(districtId)).slice(0, 16)}-`;
  const fileOf = ({ districtId, hash, size }: PartName) =>
    join(folder, `${prefixOf(districtId)}${hash}-${size}`);

  /** One after the other for each part: two desks may send the same scan at once. */
  function inTurn<Value>(part: PartName, work: (file: string) => Promise<Value>): Promise<Value> {
    const file = fileOf(part);
    const before = queues.get(file) ?? Promise.resolve();
    const run = before.then(() => work(file));
    const settled = run
      .catch(() => undefined)
      .then(() => {
        if (queues.get(file) === settled) queues.delete(file);
      });
    queues.set(file, settled);
    return run;
  }

  async function sweep(districtId: string): Promise<void> {
    const names = (await readdir(folder)).filter((name) => name.startsWith(prefixOf(districtId)));
    const parts = await Promise.all(
      names.map(async (name) => ({ name, touched: (await stat(join(folder, name))).mtimeMs })),
    );
    parts.sort((one, other) => other.touched - one.touched);
    const stale = parts.filter(
      ({ touched }, nth) => nth >= mostParts - 1 || now().getTime() - touched > keptMilliseconds,
    );
    await Promise.all(stale.map(({ name }) => rm(join(folder, name), { force: true })));
  }

  return {
    received: (part) => inTurn(part, sizeOf),
    append: (part, first, bytes) =>
      inTurn(part, async (file) => {
        const received = await sizeOf(file);
        if (first !== received) return received;
        if (received === 0) await sweep(part.districtId);
        const handle = await open(file, received === 0 ? 'w' : 'r+');
        try {
          await handle.write(bytes, 0, bytes.byteLength, received);
          await handle.sync();
        } finally {
          await handle.close();
        }
        return received + bytes.byteLength;
      }),
    whole: (part) => inTurn(part, (file) => readFile(file)),
    remove: (part) => inTurn(part, (file) => rm(file, { force: true })),
  };
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
      throw error;
    },
  );
}
