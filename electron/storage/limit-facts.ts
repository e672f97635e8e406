import type { Instant } from '../../shared/domain/values.ts';

/** What the office's limits are measured on. */
export interface StoredLimitFacts {
  /** Of the oldest decision that is recorded, sealed or sent, and has no answer. */
  oldestUnsentAt: Instant | null;
  /** Decisions that only a sign-off seals. */
  waiting: number;
  oldestWaitingAt: Instant | null;
  lastContact: Instant | null;
  /** When the newest item of the master data came, by whatever way. */
  masterReceivedAt: Instant | null;
  /** When the central office made the newest file that the courier brought, by its own clock. */
  courierMadeAt: Instant | null;
}
