import { useEffect } from 'react';
import type { SyncStatus } from '../../../shared/ipc/sync-status.ts';
import { on } from '../../app/bridge.ts';
import { readDay } from './day-store.ts';

/** A burst of changes is read once; the summary goes over the whole working set. */
const quietMs = 500;

/** Keeps the day true while somebody is signed in: after sign-in, each change of the data, and on a new day. */
export function useDayRefresh(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let seen = '';
    const again = () => {
      timer ??= setTimeout(() => {
        timer = null;
        void readDay();
      }, quietMs);
    };
    const stops = [
      on('feed', again),
      on('sync', (sync) => {
        const now = whatTheDayShows(sync);
        if (now !== seen) again();
        seen = now;
      }),
    ];
    void readDay();
    return () => {
      if (timer !== null) clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, []);
}

/** A running sync tells of its bytes many times a second; only these change what the day says. */
function whatTheDayShows(sync: SyncStatus): string {
  const { today, undoable, unsent, unsentActs, refused, conflicted, lastCompleteAt } = sync;
  return [today, undoable, unsent, unsentActs, refused, conflicted, lastCompleteAt].join('|');
}
