import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMemoryStore, promisedStore } from '../../electron/storage/open-memory-store.ts';
import { migrate } from '../../electron/storage/migrations/migrate.ts';
import { openEncrypted, type Cipher } from '../../electron/storage/sql-database.ts';
import { sqliteStore, writeIdentity } from '../../electron/storage/sqlite-store.ts';
import { openWorkerStore } from '../../electron/storage/worker-store.ts';
import { storeAcceptance } from './store-acceptance.ts';
import { identity } from './store-fixture.ts';

const workerUrl = new URL('../../electron/storage/vault-worker.ts', import.meta.url);

async function newVault(cipher: Cipher) {
  const folder = await mkdtemp(join(tmpdir(), 'desk-store-'));
  const file = join(folder, 'vault.db');
  const key = { cipher, hex: '5a'.repeat(32) };
  const database = openEncrypted(file, key, 'create');
  migrate(database);
  writeIdentity(database, identity);
  database.close();
  return { folder, file, key };
}

storeAcceptance('in memory', async () => {
  const store = openMemoryStore(identity);
  return { store, dispose: () => store.close() };
});

storeAcceptance('encrypted by aegis, behind its worker', async () => {
  const { folder, file, key } = await newVault('aegis');
  const { store } = await openWorkerStore(workerUrl, file, key);
  return {
    store,
    async dispose() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});

storeAcceptance('encrypted by chacha20, in this process', async () => {
  const { folder, file, key } = await newVault('chacha20');
  const store = promisedStore(sqliteStore(openEncrypted(file, key, 'existing')));
  return {
    store,
    async dispose() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});
