import type { SyncStatus } from '../../shared/ipc/sync-status.ts';
import { isWaiting } from './sync-state.ts';
import type { SyncState } from './evaluate.ts';

/** @param hasSession whether the server has let this desk in: before, it is being connected to. */
export function shownStep(state: SyncState, hasSession: boolean, now: number): SyncStatus['step'] {
  switch (state.running) {
    case 'send':
      return hasSession ? 'sending' : 'connecting';
    case 'receive':
      return hasSession ? 'receiving' : 'connecting';
    case 'asked':
    case 'scans':
      return hasSession ? 'fetching-scans' : 'connecting';
    case 'uploads':
      return hasSession ? 'sending-scans' : 'connecting';
    case 'local':
    case 'conclude':
    case null:
      return isWaiting(state, now) ? 'waiting' : 'idle';
  }
}
