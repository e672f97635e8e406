import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMemoryStore, promisedStore } from '../../electron/storage/open-memory-store.ts';
import { migrate } from '../../electron/storage/migrations/migrate.ts';
import { openEncrypted } from '../../electron/storage/sql-database.ts';
import { sqliteStore, writeIdentity } from '../../electron/storage/sqlite-store.ts';
import { storeAcceptance } from './store-acceptance.ts';
import { identity } from './store-fixture.ts';

storeAcceptance('in memory', async () => {
  const store = openMemoryStore(identity);
  return { store, dispose: () => store.close() };
});

storeAcceptance('encrypted by chacha20, in this process', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'desk-store-'));
  const database = openEncrypted(
    join(folder, 'vault.db'),
    { cipher: 'chacha20', hex: '5a'.repeat(32) },
    'create',
  );
  migrate(database);
  writeIdentity(database, identity);
  const store = promisedStore(sqliteStore(database));
  return {
    store,
    async dispose() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});
