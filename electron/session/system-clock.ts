import type { Clock } from '../sync/engine.ts';

/** The PC's own clock and timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer(milliseconds, fire) {
    const timer = setTimeout(fire, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};
