import { describe, expect, it } from 'vitest';
import {
  needsPauses,
  makeDaySummary,
  type SummaryInput,
} from '../../../../../shared/domain/day/make-summary.ts';
import { requestId } from '../../../../../shared/domain/ids.ts';
import { slimRowOf, type SlimRow } from '../../../../../shared/domain/slim-row.ts';
import { dueDates } from '../../../../../shared/domain/working-days.ts';
import type { MigrationRequest } from '../../../../../shared/domain/request.ts';
import { sampleWindow } from '../../../../support/samples/sample-master.ts';
import { sampleRequest } from '../../../../support/samples/sample-request.ts';

const calendar = { holidays: new Set(['2026-10-20']), knownYears: new Set([2026]) };

function row(nth: number, today: string, changes: Partial<MigrationRequest> = {}): SlimRow {
  const request = sampleRequest({
    id: requestId.parse(`req-${nth}`),
    requestNo: `MR/${nth}`,
    receivedOn: '2026-10-01',
    ...changes,
  });
  const due = dueDates(request.receivedOn, request.pauses, calendar, today);
  return slimRowOf(request, due, { decision: null, hasDraft: false }, 1);
}

function summary(today: string, rows: SlimRow[], changes: Partial<SummaryInput> = {}) {
  return makeDaySummary({
    today,
    asOf: null,
    rows,
    pauses: new Map(),
    windows: [],
    calendar,
    seen: new Set(),
    decidedToday: { approve: 0, reject: 0, return: 0, hold: 0 },
    counts: { undoable: 0, unsent: 0, refused: 0, conflicted: 0 },
    transfers: [],
    ...changes,
  });
}

describe("the day's summary", () => {
  // Received 01/10/2026, one holiday: the 15th working day is Friday 23/10/2026.
  it.each([
    ['2026-10-20', 0, 0, false],
    ['2026-10-21', 1, 0, true],
    ['2026-10-23', 1, 0, true],
    ['2026-10-24', 1, 0, false],
    ['2026-10-26', 0, 1, true],
  ])('on %s: due soon %i, late %i', (today, dueSoon, late, isWorkingDay) => {
    const told = summary(today, [row(1, today)]);
    expect([told.dueSoon, told.late.length, told.isWorkingDay]).toEqual([dueSoon, late, isWorkingDay]);
  });

  it('puts what is latest first, then by number, and counts a paused one to its pause', () => {
    const today = '2026-11-10';
    const pauses = [{ from: '2026-10-28', to: null, why: 'returned' as const }];
    const paused = row(3, today, { status: 'returned', pauses });
    const rows = [row(2, today), paused, row(1, today), row(4, today, { status: 'approved' })];
    expect(rows.filter((one) => needsPauses(one, today))).toEqual([paused]);
    const { late } = summary(today, rows, { pauses: new Map([[paused.id, pauses]]) });
    expect(late.map((one) => [one.requestNo, one.daysLate])).toEqual([
      ['MR/1', 12],
      ['MR/2', 12],
      ['MR/3', 2],
    ]);
  });

  it('takes of several open windows the one that closes first, and no faulty one', () => {
    const second = { ...sampleWindow, id: 'w-2', to: '2026-10-12', orderNo: 'SAMPLE/2' };
    const turned = { ...sampleWindow, id: 'w-3', from: '2026-10-12', to: '2026-10-01' };
    const { openWindow, holidaysKnown } = summary('2026-10-09', [], {
      windows: [sampleWindow, second, turned],
    });
    expect(openWindow).toMatchObject({ orderNo: 'SAMPLE/2', workingDaysLeft: 2 });
    expect(holidaysKnown).toBe(true);
    expect(summary('2027-01-04', []).holidaysKnown).toBe(false);
    expect(summary('2026-12-01', [], { windows: [sampleWindow] }).openWindow).toBeNull();
  });

  it("tells a notice on the day's page also after it was seen", () => {
    const ending = [{ ...sampleWindow, to: '2026-10-12' }];
    const id = `${sampleWindow.id}|closes-soon|2026-10-12`;
    const told = summary('2026-10-09', [], { windows: ending });
    expect(told.unseen).toContain(id);
    const seen = summary('2026-10-09', [], { windows: ending, seen: new Set([id]) });
    expect(seen.windows).toEqual(told.windows);
    expect(seen.unseen).not.toContain(id);
  });
});
