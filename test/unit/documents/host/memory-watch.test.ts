import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const eater = fileURLToPath(new URL('./memory-eater.ts', import.meta.url));

/** How a process ended that was allowed 300 MB and took so many. */
function endOf(megabytes: number): Promise<{ code: number | null; signal: string | null }> {
  const child = fork(eater, [String(megabytes)], { execArgv: [] });
  child.once('message', () => child.send('go'));
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
}

test('a process that takes more memory than it may is ended while it is busy taking it', async () => {
  expect(await endOf(1000)).toEqual({ code: null, signal: 'SIGKILL' });
}, 30_000);

test('one that stays below is left alone', async () => {
  expect(await endOf(50)).toEqual({ code: 0, signal: null });
}, 30_000);
