import type { MigrationWindow } from '../master.ts';
import type { IsoDate } from '../values.ts';
import { countDecision, noDecisions } from './decision-counts.ts';
import { daysTaken, openStanding } from './fact-standing.ts';
import { medianOf } from './median.ts';
import type { ReportFact } from './report-fact.ts';
import type { WindowFigures } from './report.ts';
import type { WorkingDayCounter } from './working-day-counter.ts';

/**
 * The window that is open on `today`, or else the last one that was, and the one before it. A window that ends before
 * it begins is a fault of the list and counts for nothing.
 */
export function reportWindows(
  windows: readonly MigrationWindow[],
  today: IsoDate,
): [MigrationWindow | null, MigrationWindow | null] {
  const begun = windows
    .filter((window) => window.from <= window.to && window.from <= today)
    .toSorted((a, b) => compare(b.from, a.from) || compare(b.to, a.to) || compare(a.id, b.id));
  const current = begun.find((window) => window.to >= today) ?? begun[0] ?? null;
  const before = current && begun.find((window) => window !== current && window.from <= current.from);
  return [current, before ?? null];
}

/** One window's requests: those whose application date lies in it, whatever became of them since. */
export function windowFiguresOf(
  window: MigrationWindow,
  facts: readonly ReportFact[],
  today: IsoDate,
  counter: WorkingDayCounter,
): WindowFigures {
  const { id: windowId, from, to, orderNo } = window;
  const counts = noDecisions();
  const taken: number[] = [];
  let received = 0;
  let open = 0;
  let late = 0;
  for (const fact of facts) {
    if (fact.applicationDate < from || fact.applicationDate > to) continue;
    received += 1;
    for (const { outcome } of fact.events) countDecision(counts, outcome);
    const standing = openStanding(fact, today, counter);
    if (standing) open += 1;
    if (standing?.isLate) late += 1;
    const decided = daysTaken(fact, counter);
    if (decided) taken.push(decided.days);
  }
  return { windowId, from, to, orderNo, received, ...counts, open, late, medianDays: medianOf(taken) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
