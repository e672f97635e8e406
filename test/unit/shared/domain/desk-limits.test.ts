import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  crossedLimit,
  firstLimits,
  heldBy,
  judgeLimits,
  type LimitFacts,
} from '../../../../shared/domain/desk-limits.ts';

const dayMilliseconds = 86_400_000;
const dayOf = (n: number) =>
  new Date(Date.parse('2026-01-01') + n * dayMilliseconds).toISOString().slice(0, 10);

function factsAt(today: number, unsentFor: number | null, masterAge: number): LimitFacts {
  return {
    today: dayOf(today),
    oldestUnsentOn: unsentFor === null ? null : dayOf(today - unsentFor),
    masterConfirmedOn: dayOf(today - masterAge),
    ...{ waiting: 0, oldestWaitingOn: null },
  };
}

const days = fc.integer({ min: 0, max: 400 });
const limit = fc.record({ warn: days, hold: days });
const limits = fc.record({ unsent: limit, master: limit });

describe('the limits of the office', () => {
  it.each([
    [0, 'fine', 7],
    [2, 'fine', 5],
    [3, 'warn', 4],
    [6, 'warn', 1],
    [7, 'hold', 0],
    [400, 'hold', 0],
  ] as const)('are by their first values, after %i days unsent: %s, held in %i', (unsent, level, holdsIn) => {
    const judged = judgeLimits(factsAt(900, unsent, 0), firstLimits);
    expect(judged.unsent).toEqual({ level, days: unsent, holdsIn });
    expect(heldBy(judged)).toBe(level === 'hold' ? 'unsent' : null);
    expect(judged.master.level).toBe('fine');
  });

  it('hold from exactly their day on, and 0 never holds', () => {
    fc.assert(
      fc.property(limits, days, days, (chosen, unsent, master) => {
        const judged = judgeLimits(factsAt(900, unsent, master), chosen);
        for (const [name, passed] of [
          ['unsent', unsent],
          ['master', master],
        ] as const) {
          const { warn, hold } = chosen[name];
          expect(judged[name].level === 'hold').toBe(hold > 0 && passed >= hold);
          expect(judged[name].level === 'fine').toBe(
            !(hold > 0 && passed >= hold) && !(warn > 0 && passed >= warn),
          );
          expect(judged[name].holdsIn).toBe(hold === 0 ? null : Math.max(0, hold - passed));
        }
      }),
    );
  });

  it('never get better while time goes by and nothing reaches the server', () => {
    const rank = { fine: 0, warn: 1, hold: 2 };
    fc.assert(
      fc.property(limits, days, fc.integer({ min: 0, max: 30 }), (chosen, passed, more) => {
        fc.pre(crossedLimit(chosen) === null);
        const before = judgeLimits(factsAt(900, passed, passed), chosen);
        const after = judgeLimits(factsAt(900, passed + more, passed + more), chosen);
        expect(rank[after.unsent.level]).toBeGreaterThanOrEqual(rank[before.unsent.level]);
        expect(rank[after.master.level]).toBeGreaterThanOrEqual(rank[before.master.level]);
      }),
    );
  });

  it('do not count a day that has not come, nor decisions that are not there', () => {
    const ahead = judgeLimits(factsAt(900, -5, -300), firstLimits);
    expect([ahead.unsent.days, ahead.master.days]).toEqual([0, 0]);
    expect(judgeLimits(factsAt(900, null, 0), firstLimits).unsent.level).toBe('fine');
  });

  it('are crossed where a warning comes after its hold, and never where the hold is off', () => {
    const fine = { warn: 3, hold: 7 };
    expect(crossedLimit({ unsent: fine, master: fine })).toBeNull();
    expect(crossedLimit({ unsent: { warn: 7, hold: 7 }, master: { warn: 9, hold: 0 } })).toBeNull();
    expect(crossedLimit({ unsent: fine, master: { warn: 8, hold: 7 } })).toBe('master');
  });

  it('call the sign-off overdue once a decision of an earlier day waits', () => {
    const facts = { ...factsAt(900, 0, 0), waiting: 2 };
    const overdue = (oldest: number) =>
      judgeLimits({ ...facts, oldestWaitingOn: dayOf(oldest) }, firstLimits).waiting;
    expect(overdue(900)).toEqual({ count: 2, isOverdue: false });
    expect(overdue(899)).toEqual({ count: 2, isOverdue: true });
  });
});
