import { beginsPause, pausesAtDesk, type ClockDecision } from '../../shared/domain/clock-pauses.ts';
import type { RequestId } from '../../shared/domain/ids.ts';
import { indiaDate } from '../../shared/domain/india-date.ts';
import { openStatuses, type MigrationRequest } from '../../shared/domain/request.ts';
import { slimRowOf, stands, withDates, withOverlay, type RowOverlay } from '../../shared/domain/slim-row.ts';
import type { Instant, IsoDate } from '../../shared/domain/values.ts';
import type { DueDates } from '../../shared/domain/working-days.ts';
import { rowDecisionOf, type DecisionBrief } from './tables/decision-table.ts';
import type { KnownRequest } from './tables/known-request-table.ts';
import type { RowRecord } from './tables/row-table.ts';
import type { UnitOfWork } from './unit-of-work.ts';

type Advancing = Pick<DecisionBrief, 'id' | 'requestId' | 'requestVersion'>;

/** A request came or changed: its row is made anew. */
export function placeRequest(
  unit: UnitOfWork,
  request: MigrationRequest,
  { isInSet: wasInSet, hasDraft }: Pick<KnownRequest, 'isInSet' | 'hasDraft'>,
): void {
  const decision = unit.hasOwnWork() ? speaking(unit, request.id) : null;
  const overlay = { decision: rowDecisionOf(decision), hasDraft };
  const due = unit.dueDates(request.districtId, request.receivedOn, pausesAtDesk(request, decision));
  const record: RowRecord = {
    row: slimRowOf(request, due, overlay, unit.nextRevision()),
    districtId: request.districtId,
    pauses: request.pauses,
    isOpen: openStatuses.includes(request.status),
    isRemoved: false,
    hasStanding: overlay.decision !== null && stands(overlay.decision, request.version),
    recentOn: latest(dayOf(request.updatedAt), decision && dayOf(decision.recordedAt)),
    inSet: wasInSet === true,
  };
  settle(unit, record);
  unit.parts.rows.write(record, wasInSet);
}

/** Something on this desk changed about a request: its newest decision, or whether a review is unfinished. */
export function refreshOverlay(unit: UnitOfWork, id: RequestId): void {
  const record = unit.parts.rows.get(id);
  if (!record) return;
  overlayRow(unit, record, speaking(unit, id), unit.parts.drafts.has(id));
}

/** A decision is marked as sent, or unmarked: nothing of its row changes but that. */
export function advanceState(unit: UnitOfWork, decision: Advancing, state: 'sealed' | 'sent'): void {
  const revision = unit.nextRevision();
  unit.parts.decisions.advance(decision.id, state, revision);
  tellState(unit, decision, state, revision);
}

/**
 * A decision was marked, unmarked or accepted, and stands so in its table: where nothing else of the row changes, only
 * the state is told. @param revision as it stands with the decision.
 */
export function tellState(
  unit: UnitOfWork,
  { id, requestId, requestVersion }: Advancing,
  state: 'sealed' | 'sent' | 'accepted',
  revision: number,
): void {
  const told = { id: requestId, revision, decisionId: id, state };
  if (unit.parts.rows.follows(told, requestVersion)) unit.putState(told);
  else refreshOverlay(unit, requestId);
}

/** This desk's newest decision on a request; one that came too late only until the officer has dealt with that. */
function speaking({ parts }: UnitOfWork, id: RequestId): DecisionBrief | null {
  const newest = parts.decisions.newestBrief(id);
  if (newest?.state !== 'conflicted') return newest;
  return parts.conflicts.openOf(id).includes(newest.id) ? newest : null;
}

/** As `refreshOverlay`, for a caller that knows what changed and has read the row. */
export function overlayRow(
  unit: UnitOfWork,
  record: RowRecord,
  decision: Pick<DecisionBrief, 'id' | 'outcome' | 'state' | 'requestVersion' | 'recordedAt'> | null,
  hasDraft: boolean,
): void {
  const overlay: RowOverlay = {
    decision: decision && {
      id: decision.id,
      outcome: decision.outcome,
      state: decision.state,
      requestVersion: decision.requestVersion,
    },
    hasDraft,
  };
  const next: RowRecord = {
    ...record,
    row: withOverlay(record.row, overlay, unit.nextRevision()),
    hasStanding: overlay.decision !== null && stands(overlay.decision, record.row.version),
    recentOn: latest(record.recentOn, decision && dayOf(decision.recordedAt)),
  };
  const due = movesClock(next, decision) ? dueOf(unit, next, decision) : null;
  if (due === null || isOfRow(due, next.row)) {
    settle(unit, next);
    unit.parts.rows.writeOverlay(next, record.inSet);
    return;
  }
  next.row = withDates(next.row, due, next.row.revision);
  settle(unit, next);
  unit.parts.rows.write(next, record.inSet);
}

/** Of an approval of what was not paused the dates stay: the calendar need not be read while the officer waits. */
function movesClock({ row }: RowRecord, decision: ClockDecision | null): boolean {
  return row.paused || (decision !== null && beginsPause(decision.outcome));
}

/** The request left this officer's view. What was decided on it stays; the queue no longer shows it. */
export function withdrawRow(unit: UnitOfWork, id: RequestId): void {
  const record = unit.parts.rows.get(id);
  if (!record) return;
  const next = { ...record, isRemoved: true };
  settle(unit, next);
  unit.parts.rows.write(next, record.inSet);
}

/** The holidays changed: the dates of the whole working set are counted again. */
export function redate(unit: UnitOfWork): void {
  for (const record of unit.parts.rows.inSet()) redateRow(unit, record);
}

/** The day changed: paused clocks stand at today, and what was decided long ago leaves the set. */
export function turnDay(unit: UnitOfWork): void {
  const { rows } = unit.parts;
  for (const record of rows.paused()) redateRow(unit, record);
  const since = unit.firstRecentDay;
  // Also back in: the PC's clock may have run far ahead, and is right again.
  for (const record of [...rows.leaving(since), ...rows.returning(since)]) {
    const next = { ...record, row: { ...record.row, revision: unit.nextRevision() } };
    settle(unit, next);
    rows.writeOverlay(next, record.inSet);
  }
  unit.parts.meta.writeToday(unit.today);
}

function redateRow(unit: UnitOfWork, record: RowRecord): void {
  const { row, hasStanding } = record;
  const due = dueOf(unit, record, hasStanding ? unit.parts.decisions.newestBrief(row.id) : null);
  if (isOfRow(due, row)) return;
  const next = { ...record, row: withDates(row, due, unit.nextRevision()) };
  settle(unit, next);
  unit.parts.rows.write(next, record.inSet);
}

function dueOf(
  unit: UnitOfWork,
  { districtId, pauses, row }: RowRecord,
  decision: ClockDecision | null,
): DueDates {
  return unit.dueDates(districtId, row.receivedOn, pausesAtDesk({ pauses, version: row.version }, decision));
}

function isOfRow(due: DueDates, row: RowRecord['row']): boolean {
  return (
    due.day7 === row.day7On &&
    due.day15 === row.dueOn &&
    due.paused === row.paused &&
    due.unknownYears.join() === row.unknownYears.join()
  );
}

/** Decides whether the row belongs to the set, and tells the change feed. */
function settle(unit: UnitOfWork, record: RowRecord): void {
  const wasInSet = record.inSet;
  const isRecent = record.recentOn >= unit.firstRecentDay;
  record.inSet = !record.isRemoved && (record.isOpen || record.hasStanding || isRecent);
  if (record.inSet) unit.put(record.row);
  else if (wasInSet) unit.remove(record.row.id);
}

function dayOf(instant: Instant): IsoDate {
  return indiaDate(Date.parse(instant));
}

function latest(a: IsoDate, b: IsoDate | null): IsoDate {
  return b !== null && b > a ? b : a;
}
