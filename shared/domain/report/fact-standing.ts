import { pileOfStatus } from '../slim-row.ts';
import type { IsoDate } from '../values.ts';
import type { ReportFact } from './report-fact.ts';
import type { WorkingDayCounter } from './working-day-counter.ts';

/** How many working days the process allows from receipt to the decision. Source: the process description. */
const allowedDays = 15;

export interface OpenStanding {
  pile: 'to-do' | 'waiting';
  /** Working days since receipt, pauses left out. */
  days: number;
  isLate: boolean;
}

/** How a request stands on a day; null when it is no longer before the office. */
export function openStanding(
  fact: ReportFact,
  today: IsoDate,
  counter: WorkingDayCounter,
): OpenStanding | null {
  const pile = pileOfStatus(fact.status);
  if (pile === 'done') return null;
  const days = counter.workedDays(fact.receivedOn, today, fact.pauses);
  return { pile, days, isLate: days > allowedDays };
}

/** Working days from receipt to the final decision; null while there is none, and for what was withdrawn. */
export function daysTaken(
  { status, receivedOn, closedOn, pauses }: ReportFact,
  counter: WorkingDayCounter,
): { on: IsoDate; days: number } | null {
  if (closedOn === null || status === 'withdrawn') return null;
  return { on: closedOn, days: counter.workedDays(receivedOn, closedOn, pauses) };
}
