import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logMover } from '../../../electron/storage/log-mover.ts';
import { openEncrypted } from '../../../electron/storage/sql-database.ts';
import type { Store } from '../../../electron/storage/store.ts';
import { openWorkerStore, runVaultTask } from '../../../electron/storage/worker-store.ts';
import { at, identity, requestLine, today } from '../../contract/store-fixture.ts';
import { vaultWorkerUrl } from '../../support/vault/vault-worker-url.ts';

const key = { cipher: 'aegis' as const, hex: '5a'.repeat(32) };
const lines = (from: number, count: number) =>
  Array.from({ length: count }, (_each, n) => requestLine(from + n));

describe('the log of a vault', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'desk-log-'));
    const file = join(folder, 'vault.db');
    await runVaultTask(vaultWorkerUrl, { task: 'create', file, key, identity });
    ({ store } = await openWorkerStore(vaultWorkerUrl, file, key));
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** Requests in the file itself, whatever its log holds. */
  async function requestsInFile(): Promise<number> {
    // Answered only when the call before it and what followed it are done.
    await store.identity();
    const copy = join(folder, 'copy.db');
    copyFileSync(join(folder, 'vault.db'), copy);
    const database = openEncrypted(copy, key, 'existing');
    const count = database.prepare<[], number>('SELECT count(*) FROM requests').pluck().get();
    database.close();
    return count ?? 0;
  }
  const receive = (from: number, count: number, isAll: boolean) =>
    store.applyChanges(lines(from, count), `c-${from}`, at, today, isAll);

  it('is moved into the file when a receive is over and 1,000 lines have come, not before', async () => {
    await receive(1, 600, false);
    await receive(601, 600, false);
    const before = await requestsInFile();
    expect(before).toBeLessThan(1200);
    await receive(1201, 10, true);
    expect(await requestsInFile()).toBe(1210);
    for (const from of [1211, 1711]) {
      await receive(from, 499, true);
      expect(await requestsInFile()).toBe(1210);
    }
    await receive(2211, 10, false);
    expect(await requestsInFile()).toBe(1210);
    // The end was told by itself.
    await store.noteReceived(at);
    expect(await requestsInFile()).toBe(2218);
    expect((await store.slimRows(null, 1)).total).toBe(2218);
  });
});

it('a log that cannot be moved now stays, and keeps nobody from going on', () => {
  let tries = 0;
  const log = logMover({
    pragma: () => {
      tries += 1;
      throw new Error('SQLITE_FULL');
    },
  });
  log.heard('applyChanges', [lines(1, 1000), 'c-1', at, today, true]);
  expect(() => log.rest()).not.toThrow();
  log.rest();
  expect(tries).toBe(1);
});
