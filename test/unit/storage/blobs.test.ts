import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { blobHash } from '../../../shared/domain/ids.ts';
import type { BlobStore } from '../../../electron/storage/blob-store.ts';
import { openBlobStore } from '../../../electron/storage/encrypted-blob-store.ts';

const vaultKey = Buffer.alloc(32, 9);
const hashOf = (bytes: Uint8Array) => blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
const bytes = Buffer.from('sample scan');
const hash = hashOf(bytes);
let folder: string;
let blobs: BlobStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-blobs-'));
  blobs = await openBlobStore(folder, vaultKey);
});
afterEach(() => rm(folder, { recursive: true }));

const onlyFile = async () => join(folder, (await readdir(folder))[0] ?? '');

it('gives back what was put, also at the next opening', async () => {
  expect(await blobs.has(hash)).toBe(false);
  expect(await blobs.get(hash)).toBeNull();
  await Promise.all([blobs.put(hash, bytes), blobs.put(hash, bytes)]);
  expect(await blobs.has(hash)).toBe(true);
  const again = await openBlobStore(folder, vaultKey);
  expect(Buffer.from((await again.get(hash)) ?? [])).toEqual(bytes);
  await again.remove(hash);
  await again.remove(hash);
  expect(await again.has(hash)).toBe(false);
});

it('keeps nothing whose bytes do not hash to the name', async () => {
  await expect(blobs.put(hash, Buffer.from('other'))).rejects.toMatchObject({ kind: 'wrong-hash' });
  expect(await readdir(folder)).toEqual([]);
});

it('names a flipped bit anywhere, a cut and a foreign key', async () => {
  await blobs.put(hash, bytes);
  const file = await onlyFile();
  const whole = await readFile(file);
  for (let at = 0; at < whole.length; at += 1) {
    const flipped = Buffer.from(whole);
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    await writeFile(file, flipped);
    await expect(blobs.get(hash)).rejects.toMatchObject({ kind: 'damaged-blob' });
  }
  for (const length of [0, 5, whole.length - 1]) {
    await writeFile(file, whole.subarray(0, length));
    await expect(blobs.get(hash)).rejects.toMatchObject({ kind: 'damaged-blob' });
  }
});

it('does not take one blob for another', async () => {
  const other = Buffer.from('other scan');
  await blobs.put(hash, bytes);
  const first = await onlyFile();
  const content = await readFile(first);
  await blobs.remove(hash);
  await blobs.put(hashOf(other), other);
  await writeFile(await onlyFile(), content);
  await expect(blobs.get(hashOf(other))).rejects.toMatchObject({ kind: 'damaged-blob' });
});

it('sweeps what an interrupted write left, and nothing else', async () => {
  await blobs.put(hash, bytes);
  const file = await onlyFile();
  await writeFile(`${file}.0a.unfinished`, 'half');
  const again = await openBlobStore(folder, vaultKey);
  expect(await readdir(folder)).toHaveLength(1);
  expect(await again.has(hash)).toBe(true);
  await rename(file, `${file}.unfinished`);
  expect(await (await openBlobStore(folder, vaultKey)).get(hash)).toBeNull();
});
