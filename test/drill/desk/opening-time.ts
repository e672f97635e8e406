import { readdirSync, readFileSync } from 'node:fs';

/**
 * Milliseconds since this process began, without those in which its threads only waited for a processor that other
 * programs had: the drill judges the app, not the machine's load. Where the system does not tell (not Linux): as the
 * clock on the wall says.
 */
export function ownMilliseconds(): number {
  const wall = performance.now();
  try {
    const threads = readdirSync('/proc/self/task').map((id) => ({ id: Number(id), waited: waitedOf(id) }));
    const main = threads.find(({ id }) => id === process.pid)?.waited ?? 0;
    // The vault's thread and the main one work in turn: the longest other wait counts, not the sum of all.
    const other = Math.max(0, ...threads.filter(({ id }) => id !== process.pid).map(({ waited }) => waited));
    return Math.max(0, wall - main - other);
  } catch {
    return wall;
  }
}

/** In the queue for a processor, milliseconds. */
function waitedOf(thread: string): number {
  const [, waited = '0'] = readFileSync(`/proc/self/task/${thread}/schedstat`, 'utf8').split(' ');
  return Number(waited) / 1e6;
}
