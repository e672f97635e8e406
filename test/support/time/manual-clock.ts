import type { Clock } from '../../../electron/sync/engine.ts';

export interface ManualClock extends Clock {
  /** Moves time on and fires, in order, what falls due on the way. */
  advance(milliseconds: number): void;
  /** Sets the time without firing: a PC whose clock was moved. Timers do not go by it, and keep what they have left. */
  jumpTo(milliseconds: number): void;
}

/** A clock that stands still until a test moves it. */
export function manualClock(start: number): ManualClock {
  let now = start;
  let timers: { at: number; fire: () => void }[] = [];
  return {
    now: () => now,
    setTimer(milliseconds, fire) {
      const timer = { at: now + milliseconds, fire };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = next.at;
        next.fire();
      }
      now = end;
    },
    jumpTo(milliseconds) {
      for (const timer of timers) timer.at += milliseconds - now;
      now = milliseconds;
    },
  };
}
