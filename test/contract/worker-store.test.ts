import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openWorkerStore, runVaultTask } from '../../electron/storage/worker-store.ts';
import { vaultWorkerUrl } from '../support/vault/vault-worker-url.ts';
import { storeAcceptance } from './store-acceptance.ts';
import { identity } from './store-fixture.ts';

const key = { cipher: 'aegis' as const, hex: '5a'.repeat(32) };

/** Made once by the vault's own thread; each test gets a copy, as the start of a thread takes half a second. */
let made: string;
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'desk-store-'));
  await runVaultTask(vaultWorkerUrl, { task: 'create', file: join(made, 'vault.db'), key, identity });
});
afterAll(() => rm(made, { recursive: true }));

/** As in the app: the database is opened by the vault's threads only, never by the thread that waits for them. */
storeAcceptance('encrypted by aegis, behind its worker', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'desk-store-'));
  const file = join(folder, 'vault.db');
  await copyFile(join(made, 'vault.db'), file);
  const { store } = await openWorkerStore(vaultWorkerUrl, file, key);
  return {
    store,
    async dispose() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});
