import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkerStore, runVaultTask } from '../../electron/storage/worker-store.ts';
import { storeAcceptance } from './store-acceptance.ts';
import { identity } from './store-fixture.ts';

const workerUrl = new URL('../../electron/storage/vault-worker.ts', import.meta.url);

/** As in the app: the database is opened by the vault's threads only, never by the thread that waits for them. */
storeAcceptance('encrypted by aegis, behind its worker', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'desk-store-'));
  const file = join(folder, 'vault.db');
  const key = { cipher: 'aegis' as const, hex: '5a'.repeat(32) };
  await runVaultTask(workerUrl, { task: 'create', file, key, identity });
  const { store } = await openWorkerStore(workerUrl, file, key);
  return {
    store,
    async dispose() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});
