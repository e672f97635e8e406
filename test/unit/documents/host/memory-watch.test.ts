import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const eater = fileURLToPath(new URL('./memory-eater.ts', import.meta.url));

/** How a process ended that was allowed 300 MB and took so many for so long. */
function endOf(
  megabytes: number,
  milliseconds: number,
): Promise<{ code: number | null; signal: string | null }> {
  const child = fork(eater, [String(megabytes), String(milliseconds)], { execArgv: [] });
  child.once('message', () => child.send('go'));
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
}

test('a process that takes more memory than it may is ended while it is busy taking it', async () => {
  // On a busy machine the watch may take seconds to begin.
  expect(await endOf(1000, 40_000)).toEqual({ code: null, signal: 'SIGKILL' });
}, 60_000);

test('one that stays below is left alone', async () => {
  expect(await endOf(50, 2000)).toEqual({ code: 0, signal: null });
}, 30_000);
