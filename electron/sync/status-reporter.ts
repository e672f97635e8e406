import type { SyncStatus } from '../../shared/ipc/sync-status.ts';
import type { Clock } from './engine.ts';

export interface StatusReporter {
  /** Something changed: told soon, and with what is true then. */
  changed(): void;
  /** Bytes moved: told a few times a second. */
  progressed(): void;
  stop(): void;
}

const progressEvery = 250;

/**
 * Milliseconds from one reading to the next. A sync that finds little is over in less, and each of its steps changes
 * the status: reading it each time was most of what the store was asked.
 */
const readEvery = 100;

/**
 * Tells the status without ever telling an older one after a newer: one reading at a time, and one more when something
 * changed meanwhile. A reading that fails (the vault closes) is left out; the step itself reports the fault.
 */
export function statusReporter(
  clock: Clock,
  read: () => Promise<SyncStatus>,
  tell: (status: SyncStatus) => void,
): StatusReporter {
  let isReading = false;
  let isStale = false;
  let isStopped = false;
  let cancelTimer: (() => void) | null = null;
  /** Set while the last reading is younger than `readEvery`. */
  let cancelPause: (() => void) | null = null;

  async function report(): Promise<void> {
    isReading = true;
    isStale = false;
    const status = await read().catch(() => null);
    isReading = false;
    if (isStopped) return;
    if (status) tell(status);
    cancelPause = clock.setTimer(readEvery, () => {
      cancelPause = null;
      if (isStale) void report();
    });
  }

  function changed(): void {
    isStale = true;
    if (!isReading && cancelPause === null && !isStopped) void report();
  }

  return {
    changed,
    progressed() {
      if (cancelTimer || isStopped) return;
      cancelTimer = clock.setTimer(progressEvery, () => {
        cancelTimer = null;
        changed();
      });
    },
    stop() {
      isStopped = true;
      cancelTimer?.();
      cancelPause?.();
    },
  };
}
