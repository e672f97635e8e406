import type { PullState } from '../../../shared/ipc/pull-state.ts';

export const quietPull: PullState = {
  size: null,
  choice: null,
  choiceDay: null,
  changesWait: false,
  leftOut: { scans: 0, bytes: 0 },
};

/** As after the first page of a first sync over a village's link. */
export const largePull: PullState = {
  ...quietPull,
  size: {
    items: 9_840,
    scans: 3_120,
    bytesFrom: 812_000_000,
    bytesTo: 864_000_000,
    secondsFrom: 6_496,
    secondsTo: 8_990,
  },
  leftOut: { scans: 3_004, bytes: 798_000_000 },
};
