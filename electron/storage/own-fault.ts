import type { MaskFailure } from './store.ts';

/** Whether a failed try says something about the scan itself: a broken link or a busy desk counts against none. */
export function isOwnFault(why: MaskFailure): boolean {
  return why !== 'no-link' && why !== 'busy';
}
