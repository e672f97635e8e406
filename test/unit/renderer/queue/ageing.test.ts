import { describe, expect, it } from 'vitest';
import { ageingOf, bandDates, bandOf, soonUntil } from '../../../../renderer/features/queue/ageing.ts';

/** 2026-11-20 is a Friday; the 24th is a holiday here. */
const calendar = { holidays: new Set(['2026-11-24']), knownYears: new Set([2026]) };
const today = '2026-11-20';

function row(dueOn: string, changes: { paused?: boolean; pile?: 'to-do' | 'waiting' | 'done' } = {}) {
  return { pile: 'to-do' as const, paused: false, dueOn, ...changes };
}

describe('soonUntil', () => {
  it('is the fifth working day after today, over weekends and holidays', () => {
    expect(soonUntil(today, calendar)).toBe('2026-11-30');
    expect(soonUntil('2026-12-01', calendar)).toBe('2026-12-08');
  });
});

describe('ageingOf', () => {
  const soonEnd = soonUntil(today, calendar);
  const words = (dueOn: string) => ageingOf(row(dueOn), today, calendar, soonEnd);

  it('counts working days, not calendar days', () => {
    expect(words('2026-11-25')).toEqual({ band: 'soon', words: { kind: 'left', workingDays: 2 } });
    expect(words('2026-12-01')).toEqual({ band: 'on-time', words: { kind: 'left', workingDays: 6 } });
  });

  it('says today, and how long it is overdue', () => {
    expect(words(today).words).toEqual({ kind: 'today' });
    expect(words('2026-11-17')).toEqual({ band: 'overdue', words: { kind: 'overdue', workingDays: 3 } });
  });

  it('does not count a weekend as a working day of delay', () => {
    const sunday = ageingOf(row(today), '2026-11-22', calendar, soonEnd);
    expect(sunday).toEqual({ band: 'overdue', words: { kind: 'overdue', workingDays: 0 } });
  });

  it('has no band where no clock runs', () => {
    const paused = ageingOf(row('2026-11-17', { paused: true, pile: 'waiting' }), today, calendar, soonEnd);
    expect(paused).toEqual({ band: null, words: { kind: 'paused' } });
    const done = ageingOf(row('2026-11-17', { pile: 'done' }), today, calendar, soonEnd);
    expect(done).toEqual({ band: null, words: { kind: 'closed' } });
  });
});

describe('bandDates', () => {
  it('divides the calendar into the bands without a gap or an overlap', () => {
    const soonEnd = soonUntil(today, calendar);
    for (let day = Date.parse('2026-10-01'); day < Date.parse('2027-02-01'); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      const within = (['overdue', 'soon', 'on-time'] as const).filter((band) => {
        const { from, to } = bandDates(band, today, soonEnd);
        return (from === null || from <= date) && (to === null || date <= to);
      });
      expect(within).toEqual([bandOf(date, today, soonEnd)]);
    }
  });
});
