import { describe, expect, it } from 'vitest';
import { watchDay } from '../../../electron/session/watch-day.ts';
import { manualClock } from '../../support/time/manual-clock.ts';

const minute = 60_000;

describe('watchDay', () => {
  it("tells once when midnight passes in India, whatever the PC's zone", () => {
    const clock = manualClock(Date.parse('2026-10-01T18:28:00Z'));
    const told: string[] = [];
    watchDay(clock, (today) => told.push(today));
    clock.advance(minute);
    expect(told).toEqual([]);
    clock.advance(5 * minute);
    expect(told).toEqual(['2026-10-02']);
  });

  it('stops when it is told to', () => {
    const clock = manualClock(Date.parse('2026-10-01T18:28:00Z'));
    const told: string[] = [];
    const stop = watchDay(clock, (today) => told.push(today));
    clock.advance(minute);
    stop();
    clock.advance(60 * minute);
    expect(told).toEqual([]);
  });
});
