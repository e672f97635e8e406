import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { firstBrokenRow } from '../../../electron/storage/audit-chain.ts';
import { openWorkerStore, runVaultTask } from '../../../electron/storage/worker-store.ts';
import { did, identity } from '../../contract/store-fixture.ts';
import { workerUrl } from './vault-fixture.ts';

const rounds = 20;
const key = { cipher: 'aegis' as const, hex: 'c3'.repeat(32) };
const script = fileURLToPath(new URL('./kill-script.ts', import.meta.url));

/** @returns the numbers of the decisions that were told as recorded before the kill. */
function decideUntilKilled(file: string, from: number, afterTold: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, file, key.hex, String(from)]);
    let told = '';
    let complaints = '';
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString();
      if (told.split('\n').length > afterTold) child.kill('SIGKILL');
    });
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    child.on('exit', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(told.split('\n').slice(0, -1).map(Number));
      else reject(new Error(complaints));
    });
  });
}

it(`loses no recorded decision and doubles none, killed ${rounds} times`, { timeout: 240_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'desk-kill-'));
  const file = join(folder, 'vault.db');
  await runVaultTask(workerUrl, { task: 'create', file, key, identity });
  const told: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    told.push(...(await decideUntilKilled(file, (round + 1) * 1000, 1 + (round % 5))));
    const { store } = await openWorkerStore(workerUrl, file, key);
    const ids = (await store.outbox()).map((item) => item.decisionId);
    const toldIds = told.map((n) => did(n));
    expect(ids).toEqual(expect.arrayContaining(toldIds));
    expect(new Set(ids).size).toBe(ids.length);
    // At most the one that was under way when the kill came is there without having been told.
    expect(ids.length).toBeLessThanOrEqual(told.length + round + 1);
    expect(firstBrokenRow(await store.audit(0, 10_000))).toBeNull();
    await store.close();
  }
  expect(told.length).toBeGreaterThanOrEqual(rounds);
  await rm(folder, { recursive: true });
});

it('the death of its thread is told by name, not waited for', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'desk-death-'));
  const file = join(folder, 'vault.db');
  await runVaultTask(workerUrl, { task: 'create', file, key, identity });
  const dying = new URL('./dying-worker.ts', import.meta.url);
  const { store } = await openWorkerStore(dying, file, key);
  const death = { name: 'StorageError', kind: 'failed', code: 'Error' };
  await expect(store.cursor()).rejects.toMatchObject(death);
  await expect(store.outbox()).rejects.toMatchObject({ name: 'StorageError', kind: 'failed' });
  await store.close();
  await rm(folder, { recursive: true });
});
