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

  async function report(): Promise<void> {
    isReading = true;
    do {
      isStale = false;
      const status = await read().catch(() => null);
      if (status && !isStopped) tell(status);
    } while (hasNews());
    isReading = false;
  }

  function hasNews(): boolean {
    return isStale && !isStopped;
  }

  function changed(): void {
    isStale = true;
    if (!isReading && !isStopped) void report();
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
    },
  };
}
