import { describe, expect, it } from 'vitest';
import { calendarFor } from '../../../../shared/domain/calendar.ts';
import { windowNotices } from '../../../../shared/domain/day/window-notices.ts';
import { windowNotice } from '../../../../shared/domain/day/window-notice.ts';
import { districtId } from '../../../../shared/domain/ids.ts';
import type { MigrationWindow } from '../../../../shared/domain/master.ts';
import { readStateHolidays } from '../../../support/samples/read-holidays.ts';
import { sampleWindow } from '../../../support/samples/sample-master.ts';

const calendar = calendarFor(readStateHolidays(), districtId.parse('jaipur'));
const window = { ...sampleWindow, from: '2026-09-16', to: '2026-10-30' };

function kinds(today: string, windows: MigrationWindow[] = [window]): string[] {
  return windowNotices(windows, today, calendar).map((notice) => notice.kind);
}

describe('windowNotices', () => {
  it.each([
    ['2026-09-10', []],
    ['2026-09-11', ['opens-soon']],
    ['2026-09-15', ['opens-soon']],
    ['2026-09-16', ['opened']],
    ['2026-09-30', ['opened']],
    ['2026-10-01', []],
    ['2026-10-26', []],
    ['2026-10-27', ['closes-soon']],
    ['2026-10-30', ['closes-soon']],
    ['2026-10-31', ['closed']],
    ['2026-11-13', ['closed']],
    ['2026-11-14', []],
  ])('on %s: %j', (today, expected) => {
    expect(kinds(today)).toEqual(expected);
  });

  it('counts working days: a festival in between makes soon earlier', () => {
    const autumn = { ...window, from: '2026-10-21', to: '2026-12-31' };
    expect(kinds('2026-10-14', [autumn])).toEqual(['opens-soon']);
    expect(kinds('2026-10-13', [autumn])).toEqual([]);
  });

  it('tells both of a window that is short, the nearer date first', () => {
    expect(kinds('2026-10-06', [{ ...window, from: '2026-10-06', to: '2026-10-07' }])).toEqual([
      'opened',
      'closes-soon',
    ]);
  });

  it('names a moved date anew, so that it is news again', () => {
    const ids = (to: string) =>
      windowNotices([{ ...window, to }], '2026-10-28', calendar).map((notice) => notice.id);
    expect(ids('2026-10-30')).toEqual(['window-1|closes-soon|2026-10-30']);
    expect(ids('2026-10-31')).toEqual(['window-1|closes-soon|2026-10-31']);
  });

  it('gives what the contract says, and nothing for a window that ends before it begins', () => {
    const [notice] = windowNotices([window], '2026-09-16', calendar);
    expect(windowNotice.parse(notice)).toEqual({
      id: 'window-1|opened|2026-09-16',
      kind: 'opened',
      windowId: 'window-1',
      from: '2026-09-16',
      to: '2026-10-30',
      orderNo: 'SAMPLE/2026/7',
    });
    expect(kinds('2026-09-16', [{ ...window, to: '2026-09-01' }])).toEqual([]);
  });
});
