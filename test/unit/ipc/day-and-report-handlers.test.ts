import { beforeEach, describe, expect, it } from 'vitest';
import { requestId } from '../../../shared/domain/ids.ts';
import { sampleWindow } from '../../support/samples/sample-master.ts';
import { sampleTransfer } from '../../support/samples/sample-transfer.ts';
import { contentOf, recorded } from '../../contract/store-fixture.ts';
import { holidayLine, officeDesk, requestLine, today, transferLine, type OfficeDesk } from './office-desk.ts';

const window = { ...sampleWindow, to: '2026-11-23' };

let desk: OfficeDesk;
beforeEach(async () => {
  desk = officeDesk();
  const returned = { from: '2026-11-04', to: null, why: 'returned' } as const;
  await desk.pull(
    holidayLine(),
    { kind: 'window', id: window.id, version: 1, body: window },
    requestLine({ receivedOn: '2026-10-01' }),
    requestLine({
      id: requestId.parse('req-2'),
      status: 'returned',
      receivedOn: '2026-10-01',
      pauses: [returned],
    }),
    requestLine({ id: requestId.parse('req-3'), receivedOn: today }),
    transferLine(sampleTransfer({}, { wallet: 1 })),
  );
});

async function summary() {
  const answer = await desk.call('day.summary', undefined);
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

describe("the day's summary", () => {
  it('counts what lies before the office, the late ones by how late they are', async () => {
    const told = await summary();
    expect(told).toMatchObject({
      today,
      isWorkingDay: true,
      toDo: 2,
      waiting: 1,
      receivedToday: 1,
      transfersToAcknowledge: 1,
      followUpsOpen: 2,
      openWindow: { orderNo: window.orderNo, workingDaysLeft: 2 },
    });
    // The one that was returned on 04/11 has stood still since; the other one went on.
    expect(told.late.map((late) => late.requestId)).toEqual(['req-1', 'req-2']);
    expect(told.late.map((late) => late.daysLate)).toEqual([21, 8]);
  });

  it('counts what was returned here to that day, though the server has not heard of it', async () => {
    const decided = contentOf(1, 1, { outcome: 'return', recordedAt: '2026-11-04T06:00:00.000Z' });
    await desk.store.recordDecision(recorded(decided));
    await desk.store.newDay(today);
    const { late, waiting } = await summary();
    expect(waiting).toBe(2);
    expect(late.map(({ requestId: id, daysLate }) => [id, daysLate])).toEqual([
      ['req-1', 8],
      ['req-2', 8],
    ]);
  });

  it('counts the decisions of the day as the report of the day does', async () => {
    const entry = (event: 'returned' | 'approved', day: string) => ({
      ...{ at: `${day}T06:00:00.000Z`, event, by: { hi: 'नमूना', en: 'Sample' }, note: 'O03: नमूना' },
    });
    const history = [entry('returned', today), entry('approved', today)];
    const id = requestId.parse('req-4');
    await desk.pull(
      requestLine({ id, status: 'approved', history }),
      requestLine({
        id: requestId.parse('req-5'),
        status: 'approved',
        history: [entry('approved', '2026-11-19')],
      }),
    );
    expect((await summary()).decidedToday).toEqual({ approve: 1, reject: 0, return: 1, hold: 0 });
    const { byOutcome } = await desk.store.report(today, today);
    expect(await desk.store.decidedOn(today)).toEqual(
      Object.fromEntries(byOutcome.map(({ outcome, count }) => [outcome, count])),
    );
  });

  it('counts the notice of a window as unseen until it was seen, and tells it all day', async () => {
    const { windows, unseen } = await summary();
    expect(windows.map(({ kind }) => kind)).toEqual(['closes-soon']);
    expect(unseen).toEqual(windows.map(({ id }) => id));
    await desk.call('notice.seen', { ids: unseen });
    expect(await summary()).toMatchObject({ windows, unseen: [] });
  });
});

describe('reports', () => {
  it.each([
    ['2026-11-02', '2026-11-01'],
    ['2016-11-19', '2026-11-20'],
  ])('refuses the period from %s to %s', async (from, to) => {
    const refused = { ok: false, error: { kind: 'invalid-range' } };
    expect(await desk.call('report.read', { from, to })).toEqual(refused);
    const input = { from, to, language: 'hi', format: 'csv' } as const;
    expect(await desk.call('report.save', input)).toEqual(refused);
    expect(desk.saved).toEqual([]);
  });

  it('reads ten years, and a single day', async () => {
    expect(await desk.call('report.read', { from: '2016-11-20', to: today })).toMatchObject({ ok: true });
    expect(await desk.call('report.read', { from: today, to: today })).toMatchObject({
      ok: true,
      value: { received: 1 },
    });
  });

  it('saves what it read as a file, notes it in the audit, and nothing when it was cancelled', async () => {
    const input = { from: '2026-10-01', to: today, language: 'en' } as const;
    expect(await desk.call('report.save', { ...input, format: 'xlsx' })).toEqual({
      ok: true,
      value: { savedAs: 'report-2026-10-01-2026-11-20.xlsx' },
    });
    await desk.call('report.save', { ...input, format: 'csv' });
    const [xlsx, csv] = desk.saved.map(({ bytes }) => Buffer.from(bytes));
    expect(xlsx?.subarray(0, 2).toString()).toBe('PK');
    expect(csv?.toString('utf8').startsWith('\uFEFFSummary\r\n')).toBe(true);
    const audited = async () =>
      (await desk.store.audit(0, 100)).filter((row) => row.action === 'report-saved').length;
    expect(await audited()).toBe(2);
    desk.isCancelled = true;
    expect(await desk.call('report.save', { ...input, format: 'csv' })).toMatchObject({
      value: { savedAs: null },
    });
    expect(await audited()).toBe(2);
  });
});
