import type { Outcome } from '../../../../../shared/domain/decision.ts';
import type { ReportContext } from '../../../../../shared/domain/report/make-report.ts';
import type { ReportFact } from '../../../../../shared/domain/report/report-fact.ts';
import type { Report } from '../../../../../shared/domain/report/report.ts';

/** Counts a report once more, figure by figure and day by day, without anything of the way it is counted in the app. */
export function naiveReport(facts: readonly ReportFact[], context: ReportContext) {
  const { from, to, today } = context;
  const inside = (date: string) => !(date < from) && !(date > to);
  const isOpen = (fact: ReportFact) => ['pending', 'returned', 'on-hold'].includes(fact.status);
  const open = facts.filter(isOpen);
  const days = (fact: ReportFact, end: string) => countDays(fact, end, context);
  const isLate = (fact: ReportFact) => days(fact, today) >= 16;
  const events = facts.flatMap((fact) => fact.events.map((event) => ({ fact, ...event })));
  const eventsIn = events.filter((event) => inside(event.on));
  const of = (list: { outcome: Outcome }[], outcome: Outcome) =>
    list.filter((event) => event.outcome === outcome).length;
  const counts = (list: { outcome: Outcome }[]) => ({
    approved: of(list, 'approve'),
    rejected: of(list, 'reject'),
    returned: of(list, 'return'),
    held: of(list, 'hold'),
  });
  const taken = (list: readonly ReportFact[]) =>
    list.flatMap((fact) =>
      fact.closedOn !== null && fact.status !== 'withdrawn' ? [days(fact, fact.closedOn)] : [],
    );
  const takenInside = taken(facts.filter((fact) => fact.closedOn !== null && inside(fact.closedOn)));
  const flowBy = (key: 'targetLspId' | 'currentLspId') =>
    Object.fromEntries(
      [...new Set(facts.map((fact) => fact[key]))].flatMap((lspId) => {
        const received = facts.filter((fact) => fact[key] === lspId && inside(fact.receivedOn)).length;
        const mine = eventsIn.filter((event) => event.fact[key] === lspId);
        return received + mine.length === 0 ? [] : [[lspId, { received, ...counts(mine) }]];
      }),
    );
  const reasonKeys = eventsIn.flatMap((event) =>
    [...new Set(event.codes)].map((code) => `${code} ${event.outcome}`),
  );
  return {
    flow: { received: facts.filter((fact) => inside(fact.receivedOn)).length, ...counts(eventsIn) },
    pendency: Object.fromEntries(
      [...new Set(open.map((fact) => fact.targetLspId))].map((lspId) => {
        const mine = open.filter((fact) => fact.targetLspId === lspId);
        const toDo = mine.filter((fact) => fact.status === 'pending').length;
        return [lspId, { toDo, waiting: mine.length - toDo, late: mine.filter(isLate).length }];
      }),
    ),
    ageing: [
      [0, 7],
      [8, 15],
      [16, 30],
      [31, Infinity],
    ].map(([least = 0, most = 0]) => {
      const mine = open.filter((fact) => days(fact, today) >= least && days(fact, today) <= most);
      const toDo = mine.filter((fact) => fact.status === 'pending').length;
      return [toDo, mine.length - toDo];
    }),
    byTarget: flowBy('targetLspId'),
    byCurrent: flowBy('currentLspId'),
    reasons: Object.fromEntries(
      [...new Set(reasonKeys)].map((key) => [key, reasonKeys.filter((one) => one === key).length]),
    ),
    timeTaken: [
      takenInside.filter((count) => count <= 7).length,
      takenInside.filter((count) => count > 7 && count <= 15).length,
      takenInside.filter((count) => count > 15).length,
    ],
    medianDays: middle(takenInside),
    windows: context.windows.map((window) => {
      const mine = facts.filter(
        (fact) => fact.applicationDate >= window.from && fact.applicationDate <= window.to,
      );
      return {
        windowId: window.id,
        received: mine.length,
        ...counts(mine.flatMap((fact) => fact.events.map(({ outcome }) => ({ outcome })))),
        open: mine.filter(isOpen).length,
        late: mine.filter(isOpen).filter(isLate).length,
        medianDays: middle(taken(mine)),
      };
    }),
  };
}

/** The same figures out of a report, in the shape above. */
export function comparable(report: Report): Omit<ReturnType<typeof naiveReport>, 'windows'> {
  const { received, approved, rejected, returned, held } = report;
  const keyed = <Row extends { lspId: string }>(rows: readonly Row[]) =>
    Object.fromEntries(rows.map(({ lspId, ...rest }) => [lspId, rest]));
  return {
    flow: { received, approved, rejected, returned, held },
    pendency: keyed(report.pendency),
    ageing: report.ageing.map((row) => [row.toDo, row.waiting]),
    byTarget: keyed(report.byTargetLsp),
    byCurrent: keyed(report.byCurrentLsp),
    reasons: Object.fromEntries(report.byReason.map((row) => [`${row.code} ${row.outcome}`, row.count])),
    timeTaken: report.timeTaken.map((row) => row.count),
    medianDays: report.medianDays,
  };
}

function countDays(fact: ReportFact, end: string, { calendar }: ReportContext): number {
  let count = 0;
  for (let date = next(fact.receivedOn); date <= end; date = next(date)) {
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    const isPaused = fact.pauses.some((pause) => date >= pause.from && date < (pause.to ?? end));
    if (weekday !== 0 && weekday !== 6 && !calendar.holidays.has(date) && !isPaused) count += 1;
  }
  return count;
}

function next(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

function middle(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return (lower + upper) / 2;
}
