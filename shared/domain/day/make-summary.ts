import { ageOf } from '../ageing.ts';
import type { Outcome } from '../decision.ts';
import type { RequestId } from '../ids.ts';
import type { MigrationWindow } from '../master.ts';
import type { ClockPause } from '../request.ts';
import type { SlimRow } from '../slim-row.ts';
import type { IsoDate } from '../values.ts';
import { isWorkingDay, workingDaysBetween, type WorkingCalendar } from '../working-days.ts';
import type { DaySummary } from './day-summary.ts';
import { windowNotices } from './window-notices.ts';

/** Working days ahead within which a request is due soon. */
const soon = 2;

export interface SummaryInput {
  today: IsoDate;
  asOf: IsoDate | null;
  /** The working set. */
  rows: readonly SlimRow[];
  /** Of requests whose clock stands still and whose 15th working day went by before it stopped. */
  pauses: ReadonlyMap<RequestId, readonly ClockPause[]>;
  windows: readonly MigrationWindow[];
  /** With the office's own holidays. */
  calendar: WorkingCalendar;
  /** Ids of notices that this officer has seen. */
  seen: ReadonlySet<string>;
  decidedToday: Readonly<Record<Outcome, number>>;
  counts: Pick<DaySummary, 'undoable' | 'unsent' | 'refused' | 'conflicted'>;
  transfers: readonly {
    state: 'waiting' | 'completed' | 'failed';
    toAcknowledge: number;
    followUpsOpen: number;
  }[];
}

/** The office's day on one page, counted from the working set. */
export function makeDaySummary(input: SummaryInput): DaySummary {
  const { today, asOf, rows, windows, calendar, seen, decidedToday, counts, transfers } = input;
  const open = rows.filter((row) => row.pile !== 'done');
  const toDo = open.filter((row) => row.pile === 'to-do');
  const late = open.flatMap((row) => lateOf(row, input));
  const notices = windowNotices(windows, today, calendar);
  const isLate = new Set(late.map((row) => row.requestId));
  return {
    today,
    isWorkingDay: isWorkingDay(today, calendar),
    holidaysKnown: calendar.knownYears.has(Number(today.slice(0, 4))),
    windows: notices,
    unseen: notices.flatMap(({ id }) => (seen.has(id) ? [] : [id])),
    openWindow: openWindowOf(windows, today, calendar),
    toDo: toDo.length,
    waiting: open.length - toDo.length,
    receivedToday: rows.filter((row) => row.receivedOn === today).length,
    dueSoon: toDo.filter((row) => !isLate.has(row.id) && isDueSoon(row, today, calendar)).length,
    late: late.sort((a, b) => b.daysLate - a.daysLate || compare(a.requestNo, b.requestNo)),
    decidedToday: { ...decidedToday },
    ...counts,
    transfersWaiting: transfers.filter(({ state }) => state === 'waiting').length,
    transfersFailed: transfers.filter(({ state }) => state === 'failed').length,
    transfersToAcknowledge: transfers.filter((one) => one.toAcknowledge > 0).length,
    followUpsOpen: transfers.reduce((sum, one) => sum + one.followUpsOpen, 0),
    asOf,
  };
}

/** Whether the clock of a row stands still although its 15th working day has gone by: its pauses are needed then. */
export function needsPauses(row: Pick<SlimRow, 'pile' | 'paused' | 'dueOn'>, today: IsoDate): boolean {
  return row.pile !== 'done' && row.paused && row.dueOn < today;
}

function lateOf(row: SlimRow, input: SummaryInput): DaySummary['late'] {
  const daysLate = daysLateOf(row, input);
  if (daysLate <= 0) return [];
  const { id, requestNo, kioskCode, centreName, status, receivedOn, dueOn, unknownYears } = row;
  return [
    { requestId: id, requestNo, kioskCode, centreName, status, receivedOn, dueOn, daysLate, unknownYears },
  ];
}

/** 0 on a weekend right after the 15th working day: no working day has gone by since. */
function daysLateOf(row: SlimRow, { today, calendar, pauses }: SummaryInput): number {
  if (row.dueOn >= today) return 0;
  const paused = row.paused ? pauses.get(row.id) : undefined;
  if (paused) return ageOf({ receivedOn: row.receivedOn, pauses: paused }, calendar, today).daysLate;
  return workingDaysBetween(row.dueOn, today, calendar);
}

/** Also when the 15th was the last working day before this weekend: nothing could be done since. */
function isDueSoon({ dueOn }: SlimRow, today: IsoDate, calendar: WorkingCalendar): boolean {
  return dueOn <= today || workingDaysBetween(today, dueOn, calendar) <= soon;
}

/** Of several that are open, the one that closes first. Its last day counts as one that is left, and so does today. */
function openWindowOf(
  windows: readonly MigrationWindow[],
  today: IsoDate,
  calendar: WorkingCalendar,
): DaySummary['openWindow'] {
  const [first] = windows
    .filter(({ from, to }) => from <= today && today <= to)
    .toSorted((a, b) => compare(a.to, b.to));
  if (!first) return null;
  const { from, to, orderNo } = first;
  const workingDaysLeft = workingDaysBetween(today, to, calendar) + (isWorkingDay(today, calendar) ? 1 : 0);
  return { from, to, orderNo, workingDaysLeft };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
