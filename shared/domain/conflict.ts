import { z } from 'zod';
import { obstacleTo } from './check-decision.ts';
import type { Outcome } from './decision.ts';
import { openStatuses, type MigrationRequest } from './request.ts';

/** `reassigned`: the request went to another district, of which nothing is told. */
export const conflictReason = z.enum(['already-decided', 'changed-since', 'withdrawn', 'reassigned']);
export type ConflictReason = z.infer<typeof conflictReason>;

/**
 * What an officer may do about a decision that came too late. `acknowledge`: the server's side stands. `decide-again`:
 * the review is opened anew with what was written before. `keep-mine`: the same is decided once more, as a new decision
 * on the server's present version.
 */
export const conflictChoice = z.enum(['acknowledge', 'decide-again', 'keep-mine']);
export type ConflictChoice = z.infer<typeof conflictChoice>;

export interface Contested {
  reason: ConflictReason;
  outcome: Outcome;
  /** Whether another officer's decision came first. */
  hasStanding: boolean;
  /** The request as the server has it now, as far as this desk knows; null where it is no longer the district's. */
  present: MigrationRequest | null;
}

/**
 * The choices that the process leaves. Nothing is forced: over another officer's decision nobody just repeats his own,
 * he looks at the request again; and what is closed or gone can only be acknowledged.
 */
export function conflictChoices({ reason, outcome, hasStanding, present }: Contested): ConflictChoice[] {
  if (present === null || !openStatuses.includes(present.status)) return ['acknowledge'];
  switch (reason) {
    case 'withdrawn':
    case 'reassigned':
      return ['acknowledge'];
    case 'already-decided':
      return ['acknowledge', 'decide-again'];
    case 'changed-since': {
      const isRepeatable = !hasStanding && obstacleTo(outcome, present) === null;
      return isRepeatable ? ['acknowledge', 'decide-again', 'keep-mine'] : ['acknowledge', 'decide-again'];
    }
  }
}

/**
 * The request as it stands for this conflict. A request that went away is not shown as it was before: what is stored
 * then is the version that the decision was made on.
 */
export function presentOf(
  reason: ConflictReason,
  decidedVersion: number,
  stored: MigrationRequest | null,
): MigrationRequest | null {
  if (stored === null) return null;
  const isGone = reason === 'withdrawn' || reason === 'reassigned';
  return isGone && stored.version <= decidedVersion ? null : stored;
}
