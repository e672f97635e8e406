import { pausesAfter } from '../../../shared/domain/clock-pauses.ts';
import type { DecisionContent, Outcome } from '../../../shared/domain/decision.ts';
import { indiaDate } from '../../../shared/domain/india-date.ts';
import type { ReportEvent, ReportFact } from '../../../shared/domain/report/report-fact.ts';
import { openStatuses, type MigrationRequest } from '../../../shared/domain/request.ts';
import { reasonsInNote } from '../../../shared/domain/story/reasons-in-note.ts';
import type { Instant, IsoDate } from '../../../shared/domain/values.ts';

type HistoryEntry = MigrationRequest['history'][number];

const statusAfter = { approve: 'approved', reject: 'rejected', return: 'returned', hold: 'on-hold' } as const;

/** What reports count of a request as the server tells it. */
export function factOfRequest(request: MigrationRequest): ReportFact {
  const { id, status, applicationDate, receivedOn, pauses, currentLspId, targetLspId } = request;
  const events = request.history.flatMap(eventOf);
  const closedOn = openStatuses.includes(status) ? null : closingDay(request);
  return {
    requestId: id,
    status,
    applicationDate,
    receivedOn,
    closedOn,
    pauses,
    currentLspId,
    targetLspId,
    events,
  };
}

/** The same after a decision of this desk that the server's version does not hold yet. */
export function factAfterDecision(
  fact: ReportFact,
  { outcome, reasonCodes, recordedAt }: Pick<DecisionContent, 'outcome' | 'reasonCodes' | 'recordedAt'>,
): ReportFact {
  const on = dayOf(recordedAt);
  // The feed was faster than the receipt: the server's history tells of it already.
  if (fact.events.some((event) => event.on === on && event.outcome === outcome)) return fact;
  const isFinal = outcome === 'approve' || outcome === 'reject';
  return {
    ...fact,
    status: statusAfter[outcome],
    closedOn: isFinal ? on : null,
    pauses: pausesAfter(fact.pauses, outcome, on),
    events: [...fact.events, { on, outcome, codes: reasonCodes }],
  };
}

function eventOf(entry: HistoryEntry): ReportEvent[] {
  const outcome = outcomeOf(entry.event);
  return outcome === null ? [] : [{ on: dayOf(entry.at), outcome, codes: reasonsInNote(entry.note).codes }];
}

function outcomeOf(event: HistoryEntry['event']): Outcome | null {
  switch (event) {
    case 'approved':
      return 'approve';
    case 'rejected':
      return 'reject';
    case 'returned':
      return 'return';
    case 'held':
      return 'hold';
    case 'received':
    case 'resubmitted':
    case 'transferred':
    case 'withdrawn':
      return null;
  }
}

/** Of the final decision or the withdrawal, not of the records' move after it; where no event tells, of the last change. */
function closingDay(request: MigrationRequest): IsoDate {
  const closing = request.history.findLast(({ event }) =>
    ['approved', 'rejected', 'withdrawn'].includes(event),
  );
  return dayOf(closing?.at ?? request.updatedAt);
}

function dayOf(at: Instant): IsoDate {
  return indiaDate(Date.parse(at));
}
