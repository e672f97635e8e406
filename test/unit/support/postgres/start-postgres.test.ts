import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { describe, expect, test, vi } from 'vitest';
import { findPostgres } from '../../../../build/system/find-postgres.ts';

const file = fileURLToPath(new URL('../../../support/postgres/start-and-say.ts', import.meta.url));

async function started(): Promise<{ run: ChildProcess; url: string; folder: string }> {
  const run = spawn(process.execPath, [file], { stdio: ['pipe', 'pipe', 'inherit'] });
  for await (const url of createInterface({ input: run.stdout })) {
    return { run, url, folder: new URL(url).searchParams.get('host') ?? '' };
  }
  throw new Error('It did not start');
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

// With a server in DATABASE_URL there may be no programs here.
describe.skipIf(findPostgres(process.env) === null)('a server for one run', () => {
  test('a server of its own ends with close, leaves no folder, and lets the process end', async () => {
    const { run, url, folder } = await started();
    expect(await answers(url)).toBe(true);
    run.stdin?.end();
    expect(await once(run, 'exit')).toEqual([0, null]);
    expect(existsSync(folder)).toBe(false);
  });

  test('it ends also when the run is killed', async () => {
    const { run, url, folder } = await started();
    run.kill('SIGKILL');
    await once(run, 'exit');
    await vi.waitFor(() => expect(existsSync(folder)).toBe(false), { timeout: 30_000, interval: 50 });
    expect(await answers(url)).toBe(false);
  });
});
