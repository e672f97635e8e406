import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import type { Clock } from '../sync/engine.ts';

const run = randomUUID();
const boot = bootName();

/** The PC's own clock and timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  reading: () => ({ wall: Date.now(), uptime: uptime() * 1000, boot, run }),
  setTimer(milliseconds, fire) {
    const timer = setTimeout(fire, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Linux names each start of the machine; elsewhere the two clocks are compared instead. */
function bootName(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() || null;
  } catch {
    return null;
  }
}
