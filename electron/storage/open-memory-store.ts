import { migrate } from './migrations/migrate.ts';
import { openInMemory } from './sql-database.ts';
import { sqliteStore, writeIdentity } from './sqlite-store.ts';
import { StorageError } from './storage-error.ts';
import { runMethod, storeFrom, type StoreMethods } from './store-methods.ts';
import type { Store, VaultIdentity } from './store.ts';

/** The same SQL on a database in memory, in this process: for tests. */
export function openMemoryStore(identity: VaultIdentity): Store {
  const database = openInMemory();
  migrate(database);
  writeIdentity(database, identity);
  return promisedStore(sqliteStore(database));
}

/** A store of this process behind the same interface as the worker's. Values are copied as between threads. */
export function promisedStore(store: StoreMethods & { close(): void }): Store {
  let isClosed = false;
  return storeFrom(
    async (method, args) => {
      if (isClosed) throw new StorageError('closed');
      return structuredClone(runMethod(store, method, structuredClone(args)));
    },
    async () => {
      if (!isClosed) store.close();
      isClosed = true;
    },
  );
}
