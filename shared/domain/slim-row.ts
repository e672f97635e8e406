import { z } from 'zod';
import { decisionId, lspId, requestId } from './ids.ts';
import { kioskCategory, requestStatus, type MigrationRequest } from './request.ts';
import { decisionState, outcome, type DecisionState, type Outcome } from './decision.ts';
import { bilingual, isoDate } from './values.ts';
import type { DueDates } from './working-days.ts';
import { betweenTokens, searchTokens } from './search-tokens.ts';

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
  /** Lower-case beginnings of words to search by, with `betweenTokens` between: a list of as many texts takes several times as long to hand on. */
  tokens: z.string(),
});
export type SlimRow = z.infer<typeof slimRow>;

/** The state of the decision that a row shows went on, and nothing else of the row changed. */
export const rowState = z.object({
  id: requestId,
  /** The row's from now on. */
  revision: z.int().nonnegative(),
  decisionId,
  state: decisionState,
});
export type RowState = z.infer<typeof rowState>;

/** What this desk adds to the server's request: its newest decision that is not undone, and an unfinished review. */
export interface RowOverlay {
  decision: RowDecision | null;
  hasDraft: boolean;
}

export interface RowDecision {
  id: z.infer<typeof decisionId>;
  outcome: Outcome;
  state: DecisionState;
  /** The version of the request that it was made on. */
  requestVersion: number;
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
    ...datesOf(due),
    decision: rowDecision(overlay),
    hasDraft: overlay.hasDraft,
    tokens: searchTokens(request).join(betweenTokens),
  };
}

/** The same request after something was decided, undone, answered or drafted on this desk. */
export function withOverlay(row: SlimRow, overlay: RowOverlay, revision: number): SlimRow {
  const decision = rowDecision(overlay);
  return { ...row, revision, pile: pileOf(row, overlay), decision, hasDraft: overlay.hasDraft };
}

/** The same request after its decision went on; the same row where it shows another one, or is newer itself. */
export function withState<Row extends Pick<SlimRow, 'revision' | 'decision'>>(row: Row, told: RowState): Row {
  if (row.decision?.id !== told.decisionId || told.revision <= row.revision) return row;
  return { ...row, revision: told.revision, decision: { ...row.decision, state: told.state } };
}

/** The same request after the holidays or the day changed. */
export function withDates(row: SlimRow, due: DueDates, revision: number): SlimRow {
  return { ...row, revision, ...datesOf(due) };
}

function datesOf(due: DueDates): Pick<SlimRow, 'day7On' | 'dueOn' | 'unknownYears' | 'paused'> {
  return { day7On: due.day7, dueOn: due.day15, unknownYears: due.unknownYears, paused: due.paused };
}

function rowDecision({ decision }: RowOverlay): SlimRow['decision'] {
  return decision && { id: decision.id, outcome: decision.outcome, state: decision.state };
}

/** A decision that still stands moves the request out of the pile at once, before the server has heard of it. */
function pileOf(request: Pick<MigrationRequest, 'status' | 'version'>, overlay: RowOverlay): Pile {
  const { decision } = overlay;
  const standing = decision && stands(decision, request.version) ? decision.outcome : null;
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

/**
 * Whether a decision speaks for its request. One without an answer does. An accepted one does until the version that
 * it led to has arrived: between receipt and feed the request must not fall back into the pile. From then on, and
 * after a refusal or a conflict, the server's status speaks.
 */
export function stands(
  decision: Pick<RowDecision, 'state' | 'requestVersion'>,
  storedVersion: number,
): boolean {
  if (decision.state === 'accepted') return storedVersion <= decision.requestVersion;
  return standsLocally(decision.state);
}

/** Recorded here and not yet answered. */
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
