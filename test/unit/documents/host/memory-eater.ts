import { watchMemory } from '../../../../electron/documents/host/memory-watch.ts';

/** A process that takes memory in one go, as a decoder of a hostile file does: its thread never rests. */
const megabyte = 1024 * 1024;
watchMemory(
  new URL('../../../../electron/documents/host/serve-memory-watch.ts', import.meta.url),
  300 * megabyte,
);
const wanted = Number(process.argv[2]) * megabyte;
process.once('message', () => {
  const taken: Buffer[] = [];
  // Touched, or it would not count as held; for two seconds, or until it is ended.
  for (const end = performance.now() + 2000; performance.now() < end;) {
    if (taken.length * megabyte < wanted) taken.push(Buffer.alloc(megabyte, 1));
  }
  process.exit(0);
});
// Its watch runs by now: it says so itself, being a thread of this process.
setTimeout(() => process.send?.('ready'), 500);
