import { create } from 'zustand';
import type { AppState, MasterData } from '../../shared/ipc/contract.ts';
import type { DeskError } from '../../shared/ipc/errors.ts';
import type { SyncStatus } from '../../shared/ipc/sync-status.ts';
import type { DeskLimits } from '../../shared/domain/desk-limits.ts';
import type { DecisionId, RequestId } from '../../shared/domain/ids.ts';
import type { Claim } from '../../shared/sync/claims.ts';
import type { FillProgress } from './read-model/feed.ts';

export type Screen =
  | { name: 'today' }
  | { name: 'queue' }
  | { name: 'review'; requestId: RequestId }
  /** Null: the box alone, or the list. */
  | { name: 'status'; requestId: RequestId | null }
  | { name: 'transfers'; requestId: RequestId | null }
  | { name: 'outbox' }
  /** Of a decision that came too late. */
  | { name: 'conflict'; decisionId: DecisionId }
  | { name: 'courier' }
  | { name: 'sign-off' }
  | { name: 'reports' }
  | { name: 'office' }
  | { name: 'settings' };

/** What is neither a request nor a setting of the vault: where the officer is, and what the main process last said. */
export interface DeskStore {
  app: AppState | null;
  /** Why the app's state is not known; the start screen shows it. */
  startError: DeskError | null;
  sync: SyncStatus | null;
  master: MasterData | null;
  /** What other desks work on, by request. */
  claims: ReadonlyMap<RequestId, Claim>;
  /** Null until they were read. */
  limits: DeskLimits | null;
  screen: Screen;
  /** Null until the first page of the queue is there. */
  fill: FillProgress | null;
  /** What keeps the queue from being filled; the screen says so instead of showing half a queue as the whole. */
  fillError: DeskError | null;
  /**
   * While the enrolment runs and until its recovery key is written down, its screen stays, whatever phase the app is
   * in by then: the key is shown once.
   */
  enrolment: { step: 'working' } | { step: 'recovery-key'; recoveryKey: string } | null;
  go: (screen: Screen) => void;
}

export const useDesk = create<DeskStore>()((set) => ({
  app: null,
  startError: null,
  sync: null,
  master: null,
  claims: new Map(),
  limits: null,
  screen: { name: 'queue' },
  fill: null,
  fillError: null,
  enrolment: null,
  go: (screen) => {
    set({ screen });
  },
}));
