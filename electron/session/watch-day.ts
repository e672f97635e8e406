import { indiaDate } from '../../shared/domain/india-date.ts';
import type { IsoDate } from '../../shared/domain/values.ts';
import type { Clock } from '../sync/engine.ts';

const checkEveryMilliseconds = 60_000;

/** Tells when the calendar day changed in India; a PC that slept over midnight is noticed within a minute. */
export function watchDay(clock: Clock, changed: (today: IsoDate) => void): () => void {
  let today = indiaDate(clock.now());
  let cancel = schedule();
  function schedule(): () => void {
    return clock.setTimer(checkEveryMilliseconds, () => {
      const now = indiaDate(clock.now());
      if (now !== today) {
        today = now;
        changed(now);
      }
      cancel = schedule();
    });
  }
  return () => {
    cancel();
  };
}
