import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indiaDate, indiaHour } from '../../../shared/domain/india-date.ts';
import { scansWait, type HourAndDay } from '../../../shared/sync/byte-budget.ts';

const bytes = fc.nat(5_000_000);
const both = fc.record({ hour: bytes, day: bytes });
const moment = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2030-01-01') });

const scansWaitUntil = (limit: HourAndDay, spent: HourAndDay, now: number) =>
  scansWait(limit, spent, now)?.until ?? null;
const limitUsedUp = (limit: HourAndDay, spent: HourAndDay, now: number) =>
  scansWait(limit, spent, now)?.limit ?? null;

describe('the data limit', () => {
  it('holds no scan back while there is none, or while anything of it is left', () => {
    fc.assert(
      fc.property(both, both, moment, (limit, spent, now) => {
        expect(scansWaitUntil({ hour: 0, day: 0 }, spent, now)).toBeNull();
        const isLeft = (['hour', 'day'] as const).every(
          (span) => limit[span] === 0 || spent[span] < limit[span],
        );
        expect(scansWaitUntil(limit, spent, now) === null).toBe(isLeft);
        expect(limitUsedUp(limit, spent, now) === null).toBe(isLeft);
      }),
    );
  });

  it('waits to the end of the hour or the day in India, never past it and never for nothing', () => {
    fc.assert(
      fc.property(both, both, moment, (limit, spent, now) => {
        const until = scansWaitUntil(limit, spent, now);
        if (until === null) return;
        expect(until).toBeGreaterThan(now);
        const isDay = limit.day > 0 && spent.day >= limit.day;
        expect(limitUsedUp(limit, spent, now)).toBe(isDay ? 'day' : 'hour');
        const span = isDay ? indiaDate : indiaHour;
        expect(span(until - 1)).toBe(span(now));
        expect(span(until)).not.toBe(span(now));
      }),
    );
  });

  it('never lets more through for having used more', () => {
    fc.assert(
      fc.property(both, both, bytes, moment, (limit, spent, more, now) => {
        const before = scansWaitUntil(limit, spent, now) ?? 0;
        const after = scansWaitUntil(limit, { hour: spent.hour + more, day: spent.day + more }, now) ?? 0;
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
