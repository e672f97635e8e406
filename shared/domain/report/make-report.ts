import { outcome as outcomes, type Outcome } from '../decision.ts';
import type { LspId } from '../ids.ts';
import type { MigrationWindow } from '../master.ts';
import type { IsoDate } from '../values.ts';
import type { WorkingCalendar } from '../working-days.ts';
import { countDecision, countOf, noDecisions, type DecisionCounts } from './decision-counts.ts';
import { daysTaken, openStanding } from './fact-standing.ts';
import { medianOf } from './median.ts';
import { monthsBetween } from './months-between.ts';
import type { ReportFact } from './report-fact.ts';
import { ageingBands, takenBands, type AgeingBand, type Report, type TakenBand } from './report.ts';
import { reportWindows, windowFiguresOf } from './report-windows.ts';
import { WorkingDayCounter } from './working-day-counter.ts';

export interface ReportContext {
  /** Both counted. */
  from: IsoDate;
  to: IsoDate;
  today: IsoDate;
  asOf: IsoDate | null;
  windows: readonly MigrationWindow[];
  /** With the office's own holidays. */
  calendar: WorkingCalendar;
}

/**
 * Counts what the office did in a period and what lies before it. Received are those whose receipt lies in the period;
 * decisions count on the day they were made, each one, whenever the request was received. Pendency is by target LSP.
 */
export function makeReport(facts: readonly ReportFact[], context: ReportContext): Report {
  const { from, to, today, asOf, windows, calendar } = context;
  const counter = new WorkingDayCounter(calendar, ...span(facts, today));
  const flow = countFlow(facts, from, to);
  const standing = countStanding(facts, today, counter);
  const taken = countTaken(facts, { from, to }, counter);
  const [current, before] = reportWindows(windows, today);
  const thisWindow = current && windowFiguresOf(current, facts, today, counter);
  const lastWindow = before && windowFiguresOf(before, facts, today, counter);
  return {
    from,
    to,
    today,
    asOf,
    ...flow,
    ...standing,
    ...taken,
    thisWindow,
    lastWindow,
    unknownYears: counter.unknownYears(),
  };
}

/** From the first receipt to the last day that is counted to. */
function span(facts: readonly ReportFact[], today: IsoDate): [IsoDate, IsoDate] {
  let first = today;
  let last = today;
  for (const { receivedOn, closedOn } of facts) {
    if (receivedOn < first) first = receivedOn;
    if (closedOn !== null && closedOn > last) last = closedOn;
  }
  return [first, last];
}

type Flow = { received: number } & DecisionCounts;

/** What came and what was decided in the period. */
function countFlow(facts: readonly ReportFact[], from: IsoDate, to: IsoDate) {
  const isInside = (date: IsoDate) => date >= from && date <= to;
  const all: Flow = { received: 0, ...noDecisions() };
  const byTarget = new Map<LspId, Flow>();
  const byCurrent = new Map<LspId, Flow>();
  const byMonth = new Map(monthsBetween(from, to).map((month) => [month, noFlow()]));
  const reasons = new Map<string, { code: string; outcome: Outcome; count: number }>();
  for (const fact of facts) {
    const received = isInside(fact.receivedOn);
    const events = fact.events.filter((event) => isInside(event.on));
    if (!received && events.length === 0) continue;
    const flows = [all, entry(byTarget, fact.targetLspId), entry(byCurrent, fact.currentLspId)];
    if (received) {
      for (const flow of [...flows, entry(byMonth, fact.receivedOn.slice(0, 7))]) flow.received += 1;
    }
    for (const { on, outcome, codes } of events) {
      for (const flow of [...flows, entry(byMonth, on.slice(0, 7))]) countDecision(flow, outcome);
      for (const code of new Set(codes)) {
        const key = `${code}|${outcome}`;
        const reason = reasons.get(key) ?? { code, outcome, count: 0 };
        reason.count += 1;
        reasons.set(key, reason);
      }
    }
  }
  return {
    ...all,
    byOutcome: outcomes.options.map((outcome) => ({ outcome, count: countOf(all, outcome) })),
    byReason: [...reasons.values()].sort((a, b) => b.count - a.count || compare(a.code, b.code)),
    byTargetLsp: rowsOf(byTarget),
    byCurrentLsp: rowsOf(byCurrent),
    byMonth: [...byMonth].map(([month, flow]) => ({ month, ...flow })),
  };
}

function noFlow(): Flow {
  return { received: 0, ...noDecisions() };
}

function entry<Key>(map: Map<Key, Flow>, key: Key): Flow {
  let flow = map.get(key);
  if (flow === undefined) map.set(key, (flow = noFlow()));
  return flow;
}

/** The busiest first. */
function rowsOf(map: ReadonlyMap<LspId, Flow>): ({ lspId: LspId } & Flow)[] {
  return [...map]
    .map(([lspId, flow]) => ({ lspId, ...flow }))
    .sort((a, b) => b.received - a.received || compare(a.lspId, b.lspId));
}

/** What is before the office today, whenever it was received. */
function countStanding(facts: readonly ReportFact[], today: IsoDate, counter: WorkingDayCounter) {
  const lsps = new Map<LspId, Report['pendency'][number]>();
  const bands = new Map(ageingBands.map((band) => [band, { band, toDo: 0, waiting: 0 }]));
  for (const fact of facts) {
    const standing = openStanding(fact, today, counter);
    if (standing === null) continue;
    const lspId = fact.targetLspId;
    const row = lsps.get(lspId) ?? { lspId, toDo: 0, waiting: 0, late: 0 };
    lsps.set(lspId, row);
    const side = standing.pile === 'to-do' ? 'toDo' : 'waiting';
    row[side] += 1;
    if (standing.isLate) row.late += 1;
    const band = bands.get(ageingBandOf(standing.days));
    if (band) band[side] += 1;
  }
  const pendency = [...lsps.values()].sort(
    (a, b) => b.toDo + b.waiting - (a.toDo + a.waiting) || compare(a.lspId, b.lspId),
  );
  return { pendency, ageing: [...bands.values()] };
}

/** How long the final decisions of the period took. */
function countTaken(
  facts: readonly ReportFact[],
  { from, to }: { from: IsoDate; to: IsoDate },
  counter: WorkingDayCounter,
) {
  const bands = new Map(takenBands.map((band) => [band, { band, count: 0 }]));
  const days: number[] = [];
  for (const fact of facts) {
    const taken = daysTaken(fact, counter);
    if (taken === null || taken.on < from || taken.on > to) continue;
    days.push(taken.days);
    const band = bands.get(takenBandOf(taken.days));
    if (band) band.count += 1;
  }
  return { timeTaken: [...bands.values()], medianDays: medianOf(days) };
}

function ageingBandOf(days: number): AgeingBand {
  if (days <= 7) return '0-7';
  if (days <= 15) return '8-15';
  return days <= 30 ? '16-30' : '31+';
}

/** A decision on the day of receipt took no whole working day: it is among the quickest. */
function takenBandOf(days: number): TakenBand {
  if (days <= 7) return '1-7';
  return days <= 15 ? '8-15' : '16+';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
