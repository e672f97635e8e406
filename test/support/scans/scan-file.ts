import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { blobHash } from '../../../shared/domain/ids.ts';
import type { Scan } from '../../../shared/domain/request.ts';
import { assertDevanagariFont } from './devanagari-font.ts';

export type RenderedScan = Omit<Scan, 'masked'> & { file: string };

interface Drawing {
  /** All that is drawn: another key, another file. */
  key: unknown;
  mime: 'image/jpeg' | 'application/pdf';
  pages: number;
  draw: () => Promise<Buffer>;
}

const cacheFolder = fileURLToPath(new URL('../../../node_modules/.cache/desk-scans/', import.meta.url));

/**
 * A drawn document as a file: drawn once, then taken from the cache.
 * @throws when the system has no font for Devanagari: boxes in place of names would look like a fault of the viewer.
 */
export async function scanFile({ key, mime, pages, draw }: Drawing): Promise<RenderedScan> {
  const name = createHash('sha256').update(JSON.stringify(key)).digest('hex');
  const file = join(cacheFolder, `${name}.${mime === 'application/pdf' ? 'pdf' : 'jpg'}`);
  const bytes = (await readCached(file)) ?? (await drawInto(file, draw));
  const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
  return { file, hash, size: bytes.length, mime, pages };
}

async function drawInto(file: string, draw: Drawing['draw']): Promise<Buffer> {
  await assertDevanagariFont();
  const bytes = await draw();
  await mkdir(cacheFolder, { recursive: true });
  const temporary = `${file}.${randomUUID()}`;
  await writeFile(temporary, bytes);
  await rename(temporary, file);
  return bytes;
}

async function readCached(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
