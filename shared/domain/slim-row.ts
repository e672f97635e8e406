import { z } from 'zod';
import { decisionId, lspId, requestId } from './ids.ts';
import { kioskCategory, requestStatus, type MigrationRequest } from './request.ts';
import { decisionState, outcome, type DecisionState, type Outcome } from './decision.ts';
import { bilingual, isoDate } from './values.ts';
import type { DueDates } from './working-days.ts';
import { searchTokens } from './search-tokens.ts';

/** Which pile the officer finds it in: to do, with others (returned, on hold), or done. */
export const pile = z.enum(['to-do', 'waiting', 'done']);
export type Pile = z.infer<typeof pile>;

/** What the queue shows of a request: the working set is kept in memory as these, never the whole request. */
export const slimRow = z.object({
  id: requestId,
  /** Counts up with every change in the vault; an older row never replaces a newer one. */
  revision: z.int().nonnegative(),
  version: z.int().positive(),
  requestNo: z.string(),
  kioskCode: z.string(),
  centreName: bilingual,
  applicantName: bilingual,
  block: bilingual,
  area: z.enum(['rural', 'urban']),
  category: kioskCategory,
  currentLspId: lspId,
  targetLspId: lspId,
  status: requestStatus,
  pile,
  receivedOn: isoDate,
  day7On: isoDate,
  dueOn: isoDate,
  unknownYears: z.array(z.int()),
  paused: z.boolean(),
  decision: z.object({ id: decisionId, outcome, state: decisionState }).nullable(),
  hasDraft: z.boolean(),
  /** Lower-case beginnings of words to search by (multi-entry index). */
  tokens: z.array(z.string()),
});
export type SlimRow = z.infer<typeof slimRow>;

export interface RowOverlay {
  decision: { id: z.infer<typeof decisionId>; outcome: Outcome; state: DecisionState } | null;
  hasDraft: boolean;
}

export function slimRowOf(
  request: MigrationRequest,
  due: DueDates,
  overlay: RowOverlay,
  revision: number,
): SlimRow {
  return {
    id: request.id,
    revision,
    version: request.version,
    requestNo: request.requestNo,
    kioskCode: request.kioskCode,
    centreName: request.centreName,
    applicantName: request.applicant.name,
    block: request.block,
    area: request.area,
    category: request.category,
    currentLspId: request.currentLspId,
    targetLspId: request.targetLspId,
    status: request.status,
    pile: pileOf(request, overlay),
    receivedOn: request.receivedOn,
    day7On: due.day7,
    dueOn: due.day15,
    unknownYears: due.unknownYears,
    paused: due.paused,
    decision: overlay.decision,
    hasDraft: overlay.hasDraft,
    tokens: searchTokens(request),
  };
}

/** A decision that still stands moves the request out of the pile at once, before the server has heard of it. */
function pileOf(request: MigrationRequest, overlay: RowOverlay): Pile {
  const standing =
    overlay.decision && standsLocally(overlay.decision.state) ? overlay.decision.outcome : null;
  switch (standing) {
    case 'approve':
    case 'reject':
      return 'done';
    case 'return':
    case 'hold':
      return 'waiting';
    case null:
      return pileOfStatus(request.status);
  }
}

/** Recorded here and not yet answered; after the answer the server's status speaks. */
export function standsLocally(state: DecisionState): boolean {
  return state === 'recorded' || state === 'sealed' || state === 'sent';
}

export function pileOfStatus(status: MigrationRequest['status']): Pile {
  switch (status) {
    case 'pending':
      return 'to-do';
    case 'returned':
    case 'on-hold':
      return 'waiting';
    case 'approved':
    case 'rejected':
    case 'transferred':
    case 'withdrawn':
      return 'done';
  }
}
