import type { WindowNotice } from '../../../shared/domain/day/window-notice.ts';
import type { DaySummary, LateRequest } from '../../../shared/domain/day/day-summary.ts';
import { outcome } from '../../../shared/domain/decision.ts';
import { calendarFor } from '../../../shared/domain/calendar.ts';
import { indiaDate } from '../../../shared/domain/india-date.ts';
import type { SlimRow } from '../../../shared/domain/slim-row.ts';
import { isWorkingDay, workingDaysBetween } from '../../../shared/domain/working-days.ts';
import type { FakeDesk } from './fake-handlers.ts';
import { sampleDistrict, sampleMaster } from './sample-office.ts';

const calendar = calendarFor(sampleMaster.holidays, sampleDistrict.id);

/** One notice of each kind, so that the stack can be looked at. */
export const sampleNotices: WindowNotice[] = (
  [
    ['closes-soon', '2026-11-02', '2026-11-30', 'SAMPLE/2026/9'],
    ['opens-soon', '2026-12-15', '2027-01-15', 'SAMPLE/2026/11'],
    ['closed', '2026-09-15', '2026-10-31', 'SAMPLE/2026/7'],
    ['opened', '2026-11-02', '2026-11-30', ''],
  ] as const
).map(([kind, from, to, orderNo]) => ({
  id: `window-${from}|${kind}|${to}`,
  ...{ kind, from, to, orderNo, windowId: `window-${from}` },
}));

/** The day as the fake's own rows tell it. */
export function sampleDay(
  desk: FakeDesk,
  notices: readonly WindowNotice[],
  seen: ReadonlySet<string>,
): DaySummary {
  const today = indiaDate(desk.now());
  const rows = [...desk.vault.requests.values()].map((request) => desk.vault.row(request, desk.now()));
  const decided = [...desk.vault.decisions.values()].filter((one) => one.state !== 'undone');
  const countOf = (name: (typeof outcome.options)[number]) =>
    decided.filter((one) => one.outcome === name).length;
  return {
    today,
    isWorkingDay: isWorkingDay(today, calendar),
    holidaysKnown: calendar.knownYears.has(Number(today.slice(0, 4))),
    windows: [...notices],
    unseen: notices.flatMap(({ id }) => (seen.has(id) ? [] : [id])),
    openWindow: { from: '2026-11-02', to: '2026-11-30', orderNo: 'SAMPLE/2026/9', workingDaysLeft: 4 },
    toDo: rows.filter((row) => row.pile === 'to-do').length,
    waiting: rows.filter((row) => row.pile === 'waiting').length,
    receivedToday: rows.filter((row) => row.receivedOn === today).length,
    dueSoon: rows.filter((row) => row.pile === 'to-do' && isNear(row.dueOn, today)).length,
    late: lateOf(rows, today),
    decidedToday: {
      approve: countOf('approve'),
      reject: countOf('reject'),
      return: countOf('return'),
      hold: countOf('hold'),
    },
    undoable: desk.sync.undoable,
    unsent: desk.sync.unsent,
    refused: desk.sync.refused,
    conflicted: desk.sync.conflicted,
    transfersWaiting: 5,
    transfersFailed: 1,
    transfersToAcknowledge: 2,
    followUpsOpen: 3,
    asOf: today,
  };
}

function isNear(dueOn: string, today: string): boolean {
  return dueOn >= today && workingDaysBetween(today, dueOn, calendar) <= 2;
}

function lateOf(rows: readonly SlimRow[], today: string): LateRequest[] {
  return rows
    .filter((row) => row.pile === 'to-do' && row.dueOn < today)
    .map((row, index) => ({
      ...{
        requestId: row.id,
        requestNo: row.requestNo,
        kioskCode: row.kioskCode,
        centreName: row.centreName,
      },
      ...{ status: row.status, receivedOn: row.receivedOn, dueOn: row.dueOn },
      daysLate: Math.max(1, workingDaysBetween(row.dueOn, today, calendar)),
      // Planted, so that the caveat can be looked at.
      unknownYears: index === 1 ? [2027] : row.unknownYears,
    }))
    .sort((a, b) => b.daysLate - a.daysLate);
}
