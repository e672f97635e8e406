import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('../../central-server/main.ts', import.meta.url));

test('a database that outlives its scans is refused by name', () => {
  const env = { ...process.env, DATABASE_URL: 'postgres://127.0.0.1:1/none' };
  const run = spawnSync(process.execPath, [main, '--port', '0'], { env, encoding: 'utf8', timeout: 30_000 });
  expect(run.status).toBe(2);
  expect(run.stderr).toContain('--data FOLDER');
});
