import type { Outcome } from './decision.ts';
import { indiaDate } from './india-date.ts';
import type { ClockPause, MigrationRequest } from './request.ts';
import { stands, type RowDecision } from './slim-row.ts';
import type { Instant, IsoDate } from './values.ts';

/** What this desk decided about a request, as far as the clock goes by it. */
export type ClockDecision = Pick<RowDecision, 'outcome' | 'state' | 'requestVersion'> & {
  recordedAt: Instant;
};

/** The pauses after a decision of that day: it ends one that is open; a return and a hold begin their own. */
export function pausesAfter(pauses: readonly ClockPause[], outcome: Outcome, day: IsoDate): ClockPause[] {
  const ended = pauses.map((pause) =>
    pause.to === null ? { ...pause, to: day > pause.from ? day : pause.from } : pause,
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

/**
 * The pauses of a request as this desk knows them: also of its own decision, until a version of the server tells of it.
 * Without that a file that was returned without a link would grow late in the officer's list.
 */
export function pausesAtDesk(
  { pauses, version }: Pick<MigrationRequest, 'version'> & { pauses: readonly ClockPause[] },
  decision: ClockDecision | null,
): readonly ClockPause[] {
  if (decision === null || version > decision.requestVersion || !stands(decision, version)) return pauses;
  return pausesAfter(pauses, decision.outcome, indiaDate(Date.parse(decision.recordedAt)));
}

/** Whether a decision of this outcome begins a pause. */
export function beginsPause(outcome: Outcome): boolean {
  return outcome === 'return' || outcome === 'hold';
}
