import type { ConflictChoice, ConflictReason } from '../../shared/domain/conflict.ts';
import type { DecisionId, OfficerId } from '../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../shared/domain/request.ts';
import type { StandingDecision } from '../../shared/domain/standing-decision.ts';
import type { Instant } from '../../shared/domain/values.ts';
import type { Result } from '../../shared/result.ts';
import type { Claim } from '../../shared/sync/claims.ts';
import type { Applied, StoredDecision } from './store.ts';
import type { ConflictEnd } from './tables/conflict-table.ts';

/** The part of the store about two desks at one request: decisions that came too late, and who works on what. */
export interface ConflictReads {
  /** Null where the decision is none or was not contested. One that was dealt with stays readable. */
  conflict(id: DecisionId): Promise<StoredConflict | null>;
  /** Who works on what, as the feed told; also leases that are over, and this desk's own. */
  claims(): Promise<Claim[]>;
}

export interface ConflictWrites {
  /**
   * The officer's choice about a contested decision, with an audit row; the decision itself stays as it is.
   * `decide-again` gives what was written back as a draft, unless a newer one was begun. The same choice again changes
   * nothing. `keep-mine` is made by recording: see `StoreWrites.recordDecision`.
   */
  endConflict(ending: ConflictEnding): Promise<Result<Applied, ConflictRefusal>>;
}

export interface ConflictEnding {
  id: DecisionId;
  how: Exclude<ConflictChoice, 'keep-mine'>;
  actor: OfficerId;
  at: Instant;
}

/** `choice-not-open`: the process does not leave this choice, as the request stands now. */
export interface ConflictRefusal {
  kind: 'not-found' | 'conflict-ended' | 'choice-not-open';
}

export interface StoredConflict {
  decision: StoredDecision;
  reason: ConflictReason;
  /** The other desk's decision, where one came first. */
  standing: StandingDecision | null;
  /** The request as it was when the officer decided; null where an older version of the app did not keep it. */
  seen: MigrationRequest | null;
  /** As the server has it now; null where it is no longer the district's. */
  present: MigrationRequest | null;
  /** Null until somebody dealt with it. */
  ended: ConflictEnd | null;
}
