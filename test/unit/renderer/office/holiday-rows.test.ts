import { describe, expect, it } from 'vitest';
import { holidayYears } from '../../../../renderer/features/office/holiday-rows.ts';
import {
  localAdditionId,
  type LocalAddition,
  type LocalEntry,
} from '../../../../shared/domain/local-addition.ts';
import type { HolidayList } from '../../../../shared/domain/master.ts';
import { sampleDistrict, sampleOfficer } from '../../../support/fake-bridge/sample-office.ts';

const name = { hi: 'नमूना', en: 'Sample' };
const state: HolidayList = {
  ...{ year: 2026, districtId: null },
  days: [
    { date: '2026-12-25', name },
    { date: '2026-01-26', name },
  ],
};
const district: HolidayList = {
  ...{ year: 2026, districtId: sampleDistrict.id },
  days: [{ date: '2026-12-04', name }],
};

function added(entry: LocalEntry): LocalAddition {
  const id = localAdditionId.parse('0193a0c0-0000-7000-8000-00000000a001');
  return { id, entry, by: sampleOfficer.id, byName: name, at: '2026-11-02T06:15:00.000Z' };
}

describe('holidayYears', () => {
  it('joins the lists of a year in the order of days, and says whose each day is', () => {
    const office = { ...district, days: [{ date: '2026-03-03', name }] };
    const years = holidayYears(
      [state, district, office],
      [added({ kind: 'holiday', date: '2026-03-03', name })],
    );
    expect(years).toHaveLength(1);
    expect(years[0]?.rows.map(({ date, source }) => [date, source])).toEqual([
      ['2026-01-26', 'state'],
      ['2026-03-03', 'office'],
      ['2026-12-04', 'district'],
      ['2026-12-25', 'state'],
    ]);
  });

  it('shows a day that the office opened, whether or not it is still in the list', () => {
    const opened = [added({ kind: 'working-day', date: '2026-12-25', name })];
    for (const lists of [[state], [{ ...state, days: state.days.slice(1) }]]) {
      const rows = holidayYears(lists, opened)[0]?.rows ?? [];
      expect(rows.filter((row) => row.date === '2026-12-25').map((row) => row.source)).toEqual(['opened']);
    }
  });

  it('says of a year that only the district has, that the state has no list', () => {
    const years = holidayYears(
      [state, { ...district, year: 2027, days: [{ date: '2027-01-05', name }] }],
      [],
    );
    expect(years.map(({ year, isStateKnown }) => [year, isStateKnown])).toEqual([
      [2027, false],
      [2026, true],
    ]);
  });
});
