import { mayWipe, type Leaving } from '../../shared/domain/leaving.ts';
import { instantOf } from '../../shared/domain/india-date.ts';
import type { Instant } from '../../shared/domain/values.ts';
import type { LeaveOrder } from '../../shared/sync/leave-order.ts';
import type { BlobStore } from '../storage/blob-store.ts';
import type { Store } from '../storage/store.ts';
import type { SyncFailure } from './sync-failure.ts';

export interface LeaveParts {
  store: Pick<Store, 'leaving' | 'counts' | 'takeLeaveOrder' | 'beginWipe' | 'wipeData' | 'compact'>;
  blobs: Pick<BlobStore, 'clear'>;
  now: () => number;
  /** After each commit that moved the phase. */
  moved: (leaving: Leaving) => void;
}

/** The order that came with a refusal; null when there is none. */
export function leaveOrderOf(failure: SyncFailure): LeaveOrder | null {
  return failure.kind === 'device-revoked' ? (failure.leave ?? null) : null;
}

/**
 * Goes on with the leaving where it is, as far as it can: nothing is wiped while something signed may still be sent.
 * Broken off anywhere, the same call goes on there.
 * @throws StorageError: what was committed before counts.
 */
export async function goOnLeaving({ store, blobs, now, moved }: LeaveParts): Promise<Leaving | null> {
  const at = (): Instant => instantOf(now());
  for (;;) {
    const leaving = await store.leaving();
    switch (leaving?.phase) {
      case undefined:
      case 'done':
        return leaving;
      case 'sending':
        if (!mayWipe(leaving, await store.counts(at()))) return leaving;
        moved(await store.beginWipe(at()));
        break;
      case 'clearing':
        // Before the rows that name them: scans without a row would be found by nobody.
        await blobs.clear();
        moved(await store.wipeData(at()));
        break;
      case 'compacting':
        // A scan that was just being taken in may have come after the first time.
        await blobs.clear();
        moved(await store.compact(at()));
    }
  }
}
