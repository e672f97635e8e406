import { PGlite } from '@electric-sql/pglite';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../node_modules/.cache/central-server', import.meta.url));

/**
 * A database in memory. To make its cluster takes seconds, and each test file wants a server of its own: an empty one is
 * kept beside the packages, made anew with each version of PGlite.
 */
export async function memoryDatabase(): Promise<PGlite> {
  const file = join(folder, `empty-cluster-${await version()}.tar`);
  const kept = await readKept(file);
  if (kept !== null) return PGlite.create({ loadDataDir: new Blob([kept]) });
  const made = await PGlite.create();
  const dump = await made.dumpDataDir('none');
  await keep(file, new Uint8Array(await dump.arrayBuffer()));
  return made;
}

/** Its hash stands before it: one that was cut would end the process as it is unpacked. */
async function readKept(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return null;
  const cluster = new Uint8Array(bytes.subarray(32));
  return bytes.subarray(0, 32).equals(hashOf(cluster)) ? cluster : null;
}

/** In one step: another process may look for it, or write it, at the same time. */
async function keep(file: string, cluster: Uint8Array): Promise<void> {
  const own = `${file}.${process.pid}`;
  await mkdir(folder, { recursive: true });
  await writeFile(own, [hashOf(cluster), cluster]);
  await rename(own, file);
}

function hashOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

async function version(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const text = await readFile(join(dirname(entry), '..', 'package.json'), 'utf8');
  const { version: named } = JSON.parse(text) as { version: string };
  return named;
}
