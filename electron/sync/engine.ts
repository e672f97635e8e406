import type { SyncStatus } from '../../shared/ipc/sync-status.ts';
import type { Leaving } from '../../shared/domain/leaving.ts';
import type { ClockReading } from '../../shared/domain/trusted-clock.ts';
import type { BlobHash } from '../../shared/domain/ids.ts';
import type { Applied } from '../storage/store.ts';

/** Time for the main process: tests and the simulation give their own. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now: () => number;
  /** What else this PC tells of the time; without it the clock alone is believed. */
  reading?: () => ClockReading;
  setTimer: (milliseconds: number, fire: () => void) => () => void;
}

/** What the rest of the main process sees of the sync. */
export interface SyncEngine {
  /** Starts the periodic work; the first attempt is at once. */
  start(): void;
  /** By hand: at once, past any backoff. Resolves when the attempt ended, well or not. */
  syncNow(): Promise<void>;
  /** Something local changed (a decision recorded, sealed, undone; a setting). */
  poke(): void;
  /** A scan that an officer asks for: it comes past any data limit. */
  fetchScan(hash: BlobHash): Promise<void>;
  /** By hand: for the rest of this hour scans come although the data limit is used up. */
  passLimit(): void;
  /** An officer chose what is to come of a large pull. */
  pullChosen(): void;
  status(): Promise<SyncStatus>;
  /** Ids of the decisions and acts, and hashes of the scans, that are on the wire now. */
  underWay(): readonly string[];
  /** Ends timers and aborts what is under way; resolves when nothing runs any more. */
  stop(): Promise<void>;
}

export interface SyncEvents {
  /** After each commit: forwarded to the window as the change feed. */
  applied(applied: Applied): void;
  status(status: SyncStatus): void;
  /** After each commit by which the desk began to leave its district, or came further with it. */
  leaving?(leaving: Leaving): void;
}
