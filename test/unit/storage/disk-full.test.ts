import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobHash } from '../../../shared/domain/ids.ts';
import { promisedStore } from '../../../electron/storage/open-memory-store.ts';
import { openBlobStore } from '../../../electron/storage/encrypted-blob-store.ts';
import { migrate } from '../../../electron/storage/migrations/migrate.ts';
import { openInMemory } from '../../../electron/storage/sql-database.ts';
import { sqliteStore, writeIdentity } from '../../../electron/storage/sqlite-store.ts';
import { openWorkerStore, runVaultTask } from '../../../electron/storage/worker-store.ts';
import { decide, identity, pull, requestLine, rid } from '../../contract/store-fixture.ts';
import { workerUrl } from './vault-fixture.ts';

const manyLines = Array.from({ length: 400 }, (_each, n) => requestLine(1000 + n));

it('a page that does not fit counts for nothing, and the store goes on when there is room', async () => {
  const database = openInMemory();
  migrate(database);
  writeIdentity(database, identity);
  const store = promisedStore(sqliteStore(database));
  await pull(store, requestLine(1));
  const pages = Number(database.pragma('page_count', { simple: true }));
  database.pragma(`max_page_count = ${pages + 10}`);
  await expect(pull(store, ...manyLines)).rejects.toMatchObject({ kind: 'disk-full' });
  expect(await store.cursor()).toBe('c-1-1');
  expect((await store.slimRows(null, 10)).total).toBe(1);
  database.pragma('max_page_count = 100000');
  expect((await pull(store, ...manyLines)).rows).toHaveLength(400);
  await store.close();
});

/** A real file system that is really full; only root may make one. */
const mount = process.platform === 'linux' ? tryMount() : null;
if (!mount) console.log('skipped: a full disk needs a small tmpfs, which only root may mount');

function tryMount(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'desk-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}

describe.skipIf(!mount)('on a disk that is full', () => {
  const folder = mount ?? '';
  const file = join(folder, 'vault.db');
  const filler = join(folder, 'filler');
  const key = { cipher: 'aegis' as const, hex: 'ab'.repeat(32) };
  beforeAll(() => runVaultTask(workerUrl, { task: 'create', file, key, identity }));
  afterAll(() => {
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  });

  function fill(): void {
    const handle = openSync(filler, 'w');
    try {
      for (;;) writeSync(handle, Buffer.alloc(4096, 1));
    } catch {
      closeSync(handle);
    }
  }

  it('a decision is refused by name, none told is lost, and the next one works when there is room', async () => {
    const { store } = await openWorkerStore(workerUrl, file, key);
    await pull(store, ...Array.from({ length: 300 }, (_each, n) => requestLine(n)));
    fill();
    const told: number[] = [];
    let refusal: unknown = null;
    for (let n = 0; n < 300 && refusal === null; n += 1) {
      await store.recordDecision(decide(n, n)).then(
        () => told.push(n),
        (error: unknown) => (refusal = error),
      );
    }
    expect(refusal).toMatchObject({ name: 'StorageError', kind: 'disk-full' });
    expect(await store.outbox()).toHaveLength(told.length);
    expect((await store.request(rid(299)))?.row.pile).toBe('to-do');
    rmSync(filler);
    expect((await store.recordDecision(decide(299, 299))).ok).toBe(true);
    await store.close();
    const again = await openWorkerStore(workerUrl, file, key);
    expect(await again.store.outbox()).toHaveLength(told.length + 1);
    await again.store.close();
  });

  it('a blob is refused by name, and nothing of it is left', async () => {
    const blobs = await openBlobStore(join(folder, 'blobs'), Buffer.alloc(32, 1));
    const bytes = Buffer.alloc(2_000_000, 5);
    const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
    fill();
    await expect(blobs.put(hash, bytes)).rejects.toMatchObject({ kind: 'disk-full' });
    expect(await blobs.has(hash)).toBe(false);
    rmSync(filler);
    rmSync(file);
    await blobs.put(hash, bytes);
    expect(await blobs.has(hash)).toBe(true);
  });
});
