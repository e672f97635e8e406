import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blobHash, type BlobHash } from '../../../shared/domain/ids.ts';
import type { SignedIn } from '../../../electron/session/session.ts';
import type { Applied } from '../../../electron/storage/store.ts';
import { serveScans } from '../../../electron/window/serve-scans.ts';
import { at, pull, requestLine, rid } from '../../contract/store-fixture.ts';
import { enrolledVault, password } from '../storage/vault-fixture.ts';

const bytes = Buffer.from('sample scan');
const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
const documents = (masked: boolean) => [
  {
    id: 'd1',
    kind: 'application' as const,
    need: 'needed' as const,
    scan: { hash, size: bytes.length, mime: 'image/jpeg' as const, pages: 1, masked },
  },
];

let enrolled: Awaited<ReturnType<typeof enrolledVault>>;
let desk: SignedIn;
let told: Applied[];
let asked: BlobHash[];
beforeEach(async () => {
  enrolled = await enrolledVault();
  told = [];
  asked = [];
  await open();
  await pull(desk.vault.store, requestLine(1, { documents: documents(true) }));
  await desk.vault.blobs.put(hash, bytes);
  await desk.vault.store.scanArrived(hash, at);
});
afterEach(async () => {
  await desk.vault.close();
  await enrolled.dispose();
});

async function open(): Promise<void> {
  const { vault, officer } = await enrolled.desk.open(enrolled.officerId, password);
  desk = { vault, officer, engine: engineThatNotes() };
}

function engineThatNotes(): SignedIn['engine'] {
  return {
    fetchScan: async (wanted: BlobHash) => void asked.push(wanted),
  } as unknown as SignedIn['engine'];
}

async function look(): Promise<Response> {
  const serve = serveScans({ signedIn: () => desk }, { now: () => Date.parse(at) }, (change) => {
    told.push(change);
  });
  const response = await serve(`/scans/${hash}`);
  if (!response) throw new Error('The path is not served');
  return response;
}

const blobFolder = () => join(enrolled.folder, 'blobs');
async function blobFile(): Promise<string> {
  const [name] = await readdir(blobFolder());
  if (name === undefined) throw new Error('There is no blob');
  return join(blobFolder(), name);
}

async function flipOneBit(): Promise<void> {
  const file = await blobFile();
  const box = await readFile(file);
  box[20] = (box[20] ?? 0) ^ 1;
  await writeFile(file, box);
}

describe('a scan', () => {
  it('is served to a signed-in officer only', async () => {
    expect(Buffer.from(await (await look()).arrayBuffer())).toEqual(bytes);
    const signedOut = serveScans({ signedIn: () => null }, { now: () => 0 }, () => undefined);
    expect((await signedOut(`/scans/${hash}`))?.status).toBe(404);
    expect(told).toEqual([]);
  });

  it.each([
    ['with one flipped bit', flipOneBit],
    ['whose file is gone', async () => rm(await blobFile())],
  ])('%s is missing again, told, asked for at once, and served when it has come', async (_what, damage) => {
    await damage();
    expect((await desk.vault.store.counts(at)).scansMissing).toBe(0);
    expect((await look()).status).toBe(404);
    expect(told.map(({ rows }) => rows.map((row) => row.id))).toEqual([[rid(1)]]);
    expect(asked).toEqual([hash]);
    expect((await desk.vault.store.counts(at)).scansMissing).toBe(1);
    expect((await desk.vault.store.wantedScans(at, 1)).map((scan) => scan.hash)).toEqual([hash]);
    expect((await desk.vault.store.audit(0, 100)).at(-1)).toMatchObject({
      action: 'scan-lost',
      subject: hash,
    });
    await desk.vault.blobs.put(hash, bytes);
    await desk.vault.store.scanArrived(hash, at);
    expect((await look()).status).toBe(200);
  });
});

describe('a scan that turns out unmasked', () => {
  it('leaves the disk before the change is told, and is not served', async () => {
    const applied = await pull(desk.vault.store, requestLine(2, { documents: documents(false) }));
    expect(applied).not.toHaveProperty('unmasked');
    expect(await readdir(blobFolder())).toEqual([]);
    expect((await look()).status).toBe(404);
    expect(asked).toEqual([]);
  });

  it('is not served when its file is there all the same, and is swept at the next opening', async () => {
    await pull(desk.vault.store, requestLine(2, { documents: documents(false) }));
    await desk.vault.blobs.put(hash, bytes);
    expect((await look()).status).toBe(404);
    await desk.vault.close();
    await open();
    expect(await readdir(blobFolder())).toEqual([]);
  });

  it('does not stay when it was called so while it was on its way', async () => {
    await pull(desk.vault.store, requestLine(2, { documents: documents(false) }));
    await desk.vault.blobs.put(hash, bytes);
    await desk.vault.store.scanArrived(hash, at);
    expect(await readdir(blobFolder())).toEqual([]);
  });
});
