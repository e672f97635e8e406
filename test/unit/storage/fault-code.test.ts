import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { StorageError } from '../../../electron/storage/storage-error.ts';
import { openWorkerStore, runVaultTask } from '../../../electron/storage/worker-store.ts';
import { contentOf, did, identity, recorded } from '../../contract/store-fixture.ts';
import { workerUrl } from './vault-fixture.ts';

const key = { cipher: 'aegis' as const, hex: '11'.repeat(32) };

it('is the cause’s code, or the name of its class, and never its message', () => {
  const systemFault = Object.assign(new Error('EACCES: /home/somebody'), { code: 'EACCES' });
  expect(new StorageError('failed', { cause: systemFault }).code).toBe('EACCES');
  expect(new StorageError('failed', { cause: new TypeError('K11034638') }).code).toBe('TypeError');
  const talkative = Object.assign(new Error('x'), { code: 'at /home/somebody' });
  expect(new StorageError('failed', { cause: talkative }).code).toBeNull();
  expect(new StorageError('closed').code).toBeNull();
});

it('comes over from the vault’s thread', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-code-'));
  const file = join(folder, 'vault.db');
  try {
    const missing = openWorkerStore(workerUrl, join(folder, 'missing.db'), key);
    await expect(missing).rejects.toMatchObject({ kind: 'damaged', code: 'SQLITE_CANTOPEN' });
    await runVaultTask(workerUrl, { task: 'create', file, key, identity });
    const { store } = await openWorkerStore(workerUrl, file, key);
    const foreign = { ...recorded(contentOf(1, 1)), id: did(2) };
    await expect(store.recordDecision(foreign)).rejects.toMatchObject({ kind: 'failed', code: 'TypeError' });
    // Asked at the same moment, and so in one message: what no thread can be given fails alone.
    const unspeakable = store.noteContact((() => undefined) as never);
    const beside = store.setting('syncMinutes');
    await expect(unspeakable).rejects.toMatchObject({ kind: 'failed', code: 'DataCloneError' });
    expect(await beside).toBeNull();
    await store.close();
    const otherKey = { ...key, hex: '22'.repeat(32) };
    await expect(openWorkerStore(workerUrl, file, otherKey)).rejects.toMatchObject({
      kind: 'cannot-decrypt',
      code: 'SQLITE_NOTADB',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
