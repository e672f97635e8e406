import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../support/corpus/write-samples.ts', import.meta.url));

it.each<[string, string[], number]>([
  ['--help', ['--help'], 0],
  ['no folder', [], 2],
  ['two folders', ['one', 'two'], 2],
  ['a seed that is no number', ['one', '--seed', 'x'], 2],
])('%s tells how sample papers are written, and writes none', (_what, words, exit) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], { encoding: 'utf8' });
  expect(status).toBe(exit);
  expect(stdout + stderr).toContain('npm run samples -- FOLDER');
});
