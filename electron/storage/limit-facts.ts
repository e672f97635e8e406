import type { Instant } from '../../shared/domain/values.ts';

/** What the office's limits are measured on. */
export interface StoredLimitFacts {
  /** Of the oldest decision that is recorded, sealed or sent, and has no answer. */
  oldestUnsentAt: Instant | null;
  /** Decisions that only a sign-off seals. */
  waiting: number;
  oldestWaitingAt: Instant | null;
  /** Any answer of the server, also one that brought no data. */
  lastContact: Instant | null;
  /** When this desk last had everything that the server has for it; in a vault of an older version the last contact. */
  lastReceived: Instant | null;
  /** When the newest item of the master data came, by whatever way. */
  masterReceivedAt: Instant | null;
  /** When the central office made the newest file that the courier brought and that left no changes out, by its own clock. */
  courierMadeAt: Instant | null;
}
