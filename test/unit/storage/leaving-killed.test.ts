import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BlobStore } from '../../../electron/storage/blob-store.ts';
import { openBlobStore } from '../../../electron/storage/encrypted-blob-store.ts';
import { migrate } from '../../../electron/storage/migrations/migrate.ts';
import { promisedStore } from '../../../electron/storage/open-memory-store.ts';
import { openEncrypted, type SqlDatabase } from '../../../electron/storage/sql-database.ts';
import { sqliteStore, writeIdentity } from '../../../electron/storage/sqlite-store.ts';
import { firstBrokenRow } from '../../../electron/storage/audit-chain.ts';
import type { Store } from '../../../electron/storage/store.ts';
import { goOnLeaving } from '../../../electron/sync/leave.ts';
import {
  decide,
  did,
  identity,
  later,
  leaveOrderWith,
  pull,
  requestLine,
} from '../../contract/store-fixture.ts';

const key = { cipher: 'chacha20', hex: '5a'.repeat(32) } as const;
const vaultKey = Buffer.alloc(32, 7);
const now = () => Date.parse(later);
const requests = 60;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'desk-leaving-'));
});
afterAll(() => rm(root, { recursive: true }));

interface Desk {
  store: Store;
  blobs: BlobStore;
  database: SqlDatabase;
}

async function openDesk(folder: string, mode: 'create' | 'existing'): Promise<Desk> {
  const blobs = await openBlobStore(join(folder, 'blobs'), vaultKey);
  const database = openEncrypted(join(folder, 'vault.db'), key, mode);
  migrate(database);
  if (mode === 'create') writeIdentity(database, identity);
  return { blobs, database, store: promisedStore(sqliteStore(database)) };
}

/** A desk on disk that was ordered to leave when nothing is to be sent any more. */
async function leavingDesk(): Promise<string> {
  const folder = await mkdtemp(join(root, 'desk-'));
  const { store, blobs } = await openDesk(folder, 'create');
  const lines = Array.from({ length: requests }, (_, n) =>
    requestLine(n + 1, { remarks: randomBytes(2000).toString('hex') } as never),
  );
  await pull(store, ...lines);
  await store.recordDecision(decide(1, 1));
  const bytes = Buffer.alloc(3000, 5);
  await blobs.put(createHash('sha256').update(bytes).digest('hex') as never, bytes);
  await store.takeLeaveOrder(leaveOrderWith({ statedAt: '2026-12-01T00:00:00.000Z' }), later);
  await store.close();
  return folder;
}

const steps = ['beginWipe', 'clear', 'wipeData', 'clear again', 'compact'];

/** Dies at one step, before it did anything or after it is on disk and before anybody heard of it. */
function dyingAt(
  { store, blobs }: Desk,
  nth: number,
  when: 'before' | 'after',
): Pick<Desk, 'store' | 'blobs'> {
  let count = -1;
  const step =
    <Args extends unknown[], Value>(work: (...args: Args) => Promise<Value>) =>
    async (...args: Args): Promise<Value> => {
      count += 1;
      if (count === nth && when === 'before') throw new Error('killed');
      const value = await work(...args);
      if (count === nth) throw new Error('killed');
      return value;
    };
  return {
    blobs: { ...blobs, clear: step(() => blobs.clear()) },
    store: {
      ...store,
      beginWipe: step((at) => store.beginWipe(at)),
      wipeData: step((at) => store.wipeData(at)),
      compact: step((at) => store.compact(at)),
    },
  };
}

const deaths = steps.flatMap((name, nth) => [
  { name, nth, when: 'before' as const },
  { name, nth, when: 'after' as const },
]);

it.each(deaths)('killed $when $name, the next start goes on there and ends empty', async ({ nth, when }) => {
  const folder = await leavingDesk();
  const before = (await stat(join(folder, 'vault.db'))).size;
  const first = await openDesk(folder, 'existing');
  const killed = goOnLeaving({ ...dyingAt(first, nth, when), now, moved: () => undefined });
  await expect(killed).rejects.toThrow('killed');
  await first.store.close();

  const { store, blobs, database } = await openDesk(folder, 'existing');
  expect(await goOnLeaving({ store, blobs, now, moved: () => undefined })).toMatchObject({ phase: 'done' });
  expect((await store.slimRows(null, 10)).total).toBe(0);
  expect(await store.keptDecisions()).toMatchObject([{ decisionId: did(1), state: 'sealed' }]);
  const audit = await store.audit(0, 1000);
  expect(firstBrokenRow(audit)).toBeNull();
  const told = audit.map(({ action }) => action).filter((action) => action.includes('wipe'));
  expect(told).toEqual(['wipe-began', 'data-wiped', 'wipe-done']);
  expect(await readdir(join(folder, 'blobs'))).toEqual([]);
  // No page is left that could hold what was deleted, neither free in the file nor in its log.
  expect(database.pragma('freelist_count', { simple: true })).toBe(0);
  await store.close();
  expect((await stat(join(folder, 'vault.db'))).size).toBeLessThan(before / 2);
});

it('stays where it is when the database cannot be written anew, and the next try ends it', async () => {
  const folder = await leavingDesk();
  const { store, blobs, database } = await openDesk(folder, 'existing');
  await store.beginWipe(later);
  await store.wipeData(later);
  // Whatever holds the file open keeps it from being rewritten.
  database.exec('BEGIN');
  await expect(store.compact(later)).rejects.toMatchObject({ name: 'StorageError' });
  database.exec('ROLLBACK');
  expect(await store.leaving()).toMatchObject({ phase: 'compacting' });
  expect(await goOnLeaving({ store, blobs, now, moved: () => undefined })).toMatchObject({ phase: 'done' });
  await store.close();
});

it('leaves no table out: whatever has rows afterwards is named as kept', async () => {
  const folder = await leavingDesk();
  const { store, blobs, database } = await openDesk(folder, 'existing');
  await goOnLeaving({ store, blobs, now, moved: () => undefined });
  const names = database
    .prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    .pluck()
    .all();
  const filled = names.filter((name) => {
    if (name.startsWith('sqlite_')) return false;
    return database.prepare<[], number>(`SELECT count(*) FROM ${name}`).pluck().get() !== 0;
  });
  expect(filled.sort()).toEqual(['audit', 'chain', 'decisions', 'meta', 'outbox']);
  const words = database.prepare<[], number>('SELECT count(*) FROM archive_words_data WHERE id > 10').pluck();
  expect(words.get()).toBe(0);
  await store.close();
});
