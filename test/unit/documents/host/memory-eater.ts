import { watchMemory } from '../../../../electron/documents/host/memory-watch.ts';

/** A process that takes memory in one go, as a decoder of a hostile file does: its thread never rests. */
const megabyte = 1024 * 1024;
watchMemory(
  new URL('../../../../electron/documents/host/serve-memory-watch.ts', import.meta.url),
  300 * megabyte,
);
const [wanted = 0, milliseconds = 0] = process.argv.slice(2).map(Number);
process.once('message', () => {
  const taken: Buffer[] = [];
  // Touched, or it would not count as held; for as long as it was told, or until it is ended.
  for (const end = performance.now() + milliseconds; performance.now() < end;) {
    if (taken.length < wanted) taken.push(Buffer.alloc(megabyte, 1));
  }
  process.exit(0);
});
// Its watch runs by now: it says so itself, being a thread of this process.
setTimeout(() => process.send?.('ready'), 500);
