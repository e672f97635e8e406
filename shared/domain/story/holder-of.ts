import { indiaDate } from '../india-date.ts';
import type { MigrationRequest } from '../request.ts';
import { isDecisionAhead } from './decision-lines.ts';
import type { Holder, StoryInput } from './story-line.ts';
import { stageDay } from './transfer-lines.ts';

type HistoryEvent = MigrationRequest['history'][number]['event'];

/** Who has the file now. A decision that has not reached the server holds it here, whatever the server's status says. */
export function holderOf(input: StoryInput): Holder {
  const { request, decision, transfer } = input;
  if (decision !== null && isDecisionAhead(input)) {
    return { by: 'office-to-send', since: indiaDate(Date.parse(decision.recordedAt)) };
  }
  if (transfer !== null && isBeyondApproval(request)) return holderOfTransfer(transfer);
  switch (request.status) {
    case 'pending':
      return { by: 'office', since: lastDay(request, ['resubmitted', 'received']) ?? request.receivedOn };
    case 'returned':
      return { by: 'kiosk', since: lastDay(request, ['returned']) };
    case 'on-hold':
      return { by: 'office-on-hold', since: lastDay(request, ['held']) };
    case 'approved':
      return { by: 'central-server', since: lastDay(request, ['approved']) };
    case 'transferred':
      return { by: 'closed-transferred', since: lastDay(request, ['transferred']) };
    case 'rejected':
      return { by: 'closed-rejected', since: lastDay(request, ['rejected']) };
    case 'withdrawn':
      return { by: 'closed-withdrawn', since: lastDay(request, ['withdrawn']) };
  }
}

function isBeyondApproval({ status }: MigrationRequest): boolean {
  return status === 'approved' || status === 'transferred';
}

function holderOfTransfer({ transfer, toAcknowledge }: NonNullable<StoryInput['transfer']>): Holder {
  const touchedOn = indiaDate(Date.parse(transfer.updatedAt));
  switch (transfer.state) {
    case 'waiting':
      return { by: 'central-server', since: touchedOn };
    case 'failed':
      // The server tries an interrupted one again by itself; the other failures need a person.
      return {
        by: transfer.failure === 'interrupted' ? 'central-server' : 'office-transfer-failed',
        since: touchedOn,
      };
    case 'completed':
      return {
        by: toAcknowledge.length > 0 ? 'office-to-acknowledge' : 'closed-transferred',
        since: stageDay(transfer, 'completed'),
      };
  }
}

function lastDay({ history }: MigrationRequest, events: readonly HistoryEvent[]): string | null {
  const moments = history
    .filter((entry) => events.includes(entry.event))
    .map((entry) => Date.parse(entry.at));
  return moments.length === 0 ? null : indiaDate(Math.max(...moments));
}
