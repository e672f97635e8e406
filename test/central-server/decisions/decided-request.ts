import type { DecisionContent, Outcome } from '../../../shared/domain/decision.ts';
import { indiaDate } from '../../../shared/domain/india-date.ts';
import type { Officer } from '../../../shared/domain/master.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';

type Pauses = MigrationRequest['pauses'];

const statusAfter = { approve: 'approved', reject: 'rejected', return: 'returned', hold: 'on-hold' } as const;
const eventOf = { approve: 'approved', reject: 'rejected', return: 'returned', hold: 'held' } as const;

/**
 * The request after a decision on it. The clock stops on the day the officer decided, not on the day the link came
 * back; a PC clock that runs ahead cannot move it past the server's now, nor one that lags before the receipt.
 */
export function decidedRequest(
  request: MigrationRequest,
  content: DecisionContent,
  officer: Officer,
  now: Date,
): MigrationRequest {
  const decidedAt = Math.min(Date.parse(content.recordedAt), now.getTime());
  const day = laterOf(indiaDate(decidedAt), request.receivedOn);
  return {
    ...request,
    version: request.version + 1,
    status: statusAfter[content.outcome],
    pauses: pausesAfter(request.pauses, content.outcome, day),
    history: [
      ...request.history,
      {
        at: new Date(decidedAt).toISOString(),
        event: eventOf[content.outcome],
        by: officer.name,
        note: noteOf(content),
      },
    ],
    updatedAt: now.toISOString(),
  };
}

function pausesAfter(pauses: Pauses, outcome: Outcome, day: string): Pauses {
  const ended = pauses.map((pause) =>
    pause.to === null ? { ...pause, to: laterOf(day, pause.from) } : pause,
  );
  switch (outcome) {
    case 'approve':
    case 'reject':
      return ended;
    case 'return':
      return [...ended, { from: day, to: null, why: 'returned' }];
    case 'hold':
      return [...ended, { from: day, to: null, why: 'on-hold' }];
  }
}

/** The whole text stays in the decision; the history's note has the schema's bound. */
function noteOf(content: DecisionContent): string {
  return [content.reasonCodes.join(', '), content.remarks.trim()]
    .filter((part) => part.length > 0)
    .join(': ')
    .slice(0, 2000);
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}
