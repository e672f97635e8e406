import fc from 'fast-check';
import { steps, type SyncState } from '../../../electron/sync/evaluate.ts';

export const anyTime = fc.integer({ min: 0, max: 20 });

/** Any state of the sync, with times between 0 and 20. */
export const anySyncState: fc.Arbitrary<SyncState> = fc.record({
  isStopped: fc.boolean(),
  running: fc.option(fc.constantFrom(...steps), { freq: 3 }),
  todo: fc.record({
    local: fc.boolean(),
    send: fc.boolean(),
    asked: fc.boolean(),
    receive: fc.boolean(),
    scans: fc.boolean(),
    uploads: fc.boolean(),
    conclude: fc.boolean(),
  }),
  localAt: anyTime,
  attemptAt: anyTime,
  blockedUntil: fc.record({ local: anyTime, send: anyTime, receive: anyTime }),
  isReceiveFirst: fc.boolean(),
});
