import { assert, date, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOwnDates } from '../../../../renderer/features/reports/own-dates.ts';
import { financialYearStart, periodOf, presets } from '../../../../renderer/features/reports/period.ts';
import { sampleWindow } from '../../../support/samples/sample-master.ts';

const windows = [
  { ...sampleWindow, id: 'old', from: '2025-09-01', to: '2025-10-15' },
  { ...sampleWindow, id: 'last', from: '2026-09-15', to: '2026-10-31' },
  { ...sampleWindow, id: 'next', from: '2027-02-01', to: '2027-02-28' },
];

describe('periodOf', () => {
  it.each([
    ['this-month', '2026-11-24', { from: '2026-11-01', to: '2026-11-24' }],
    ['last-month', '2026-11-24', { from: '2026-10-01', to: '2026-10-31' }],
    ['last-month', '2026-03-31', { from: '2026-02-01', to: '2026-02-28' }],
    ['last-month', '2028-03-01', { from: '2028-02-01', to: '2028-02-29' }],
    ['last-month', '2027-01-05', { from: '2026-12-01', to: '2026-12-31' }],
    ['this-year', '2026-04-01', { from: '2026-04-01', to: '2026-04-01' }],
    ['this-year', '2027-03-31', { from: '2026-04-01', to: '2027-03-31' }],
    ['this-window', '2026-10-01', { from: '2026-09-15', to: '2026-10-01' }],
    ['this-window', '2026-12-01', { from: '2026-09-15', to: '2026-12-01' }],
  ] as const)('%s on %s', (preset, today, expected) => {
    expect(periodOf(preset, today, windows)).toEqual(expected);
  });

  it('knows no window before the first, nor one that ends before it begins', () => {
    expect(periodOf('this-window', '2025-01-01', windows)).toBeNull();
    const turned = [{ ...sampleWindow, from: '2026-10-31', to: '2026-09-15' }];
    expect(periodOf('this-window', '2026-11-24', turned)).toBeNull();
  });

  it('never ends before it begins, and never after today', () => {
    const days = date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    assert(
      property(days, (day) => {
        const today = day.toISOString().slice(0, 10);
        for (const preset of presets) {
          const period = periodOf(preset, today, windows);
          if (period === null) continue;
          expect(period.from <= period.to).toBe(true);
          expect(period.to <= today).toBe(true);
        }
        expect(financialYearStart(today) <= today).toBe(true);
      }),
    );
  });
});

describe('readOwnDates', () => {
  it('reads both dates, also of one day', () => {
    expect(readOwnDates('01/04/2026', '01/04/2026')).toEqual({
      ok: true,
      period: { from: '2026-04-01', to: '2026-04-01' },
    });
  });

  it('says at which field what is wrong', () => {
    expect(readOwnDates('', '31/02/2026')).toEqual({ ok: false, from: 'empty', to: 'impossible' });
    expect(readOwnDates('02/04/2026', '01/04/2026')).toEqual({ ok: false, from: null, to: 'before-from' });
  });
});
