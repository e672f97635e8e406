import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptPullChoice, pullChoice, readPullChoice } from '../../../shared/sync/pull-choice.ts';
import { isLargePull, sizeOfPull } from '../../../shared/sync/pull-size.ts';

const facts = {
  items: 10_000,
  itemBytes: 14_000_000,
  wireShare: 0.2,
  comingScans: 0,
  comingScanBytes: 0,
  isFirstPull: true,
  missingScans: 0,
  missingScanBytes: 0,
  bytesPerSecond: 4_000,
};

describe('the size of a pull', () => {
  it('is a range around what is likely, and of 10,000 requests at 32 kbit/s about ten minutes or more', () => {
    const size = sizeOfPull(facts);
    expect(size).toMatchObject({ bytesFrom: 2_240_000, bytesTo: 3_500_000, secondsFrom: 560 });
    expect(size.secondsTo).toBeGreaterThan(size.bytesTo / 4_000);
    expect(isLargePull(size, 10, false)).toBe(true);
    expect(isLargePull(size, 30, false)).toBe(false);
    expect(isLargePull(size, 30, true)).toBe(true);
  });

  it('tells no time where no speed was measured, and does not ask for the time’s sake', () => {
    const size = sizeOfPull({ ...facts, bytesPerSecond: null });
    expect(size).toMatchObject({ secondsFrom: null, secondsTo: null });
    expect(isLargePull(size, 1, false)).toBe(false);
  });

  it('does not count scans as certain that the desk may have', () => {
    const later = { ...facts, isFirstPull: false, comingScans: 5, comingScanBytes: 1_000_000 };
    const size = sizeOfPull(later);
    expect(size.bytesTo - size.bytesFrom).toBeGreaterThanOrEqual(1_000_000);
    expect(sizeOfPull({ ...later, isFirstPull: true }).bytesFrom).toBe(size.bytesFrom + 1_000_000);
  });
});

describe('a choice about a pull', () => {
  it('is read back on its day, or on every day when it was made for all', () => {
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...pullChoice.options), days, (choice, date) => {
        const day = date.toISOString().slice(0, 10);
        const next = new Date(date.getTime() + 86_400_000).toISOString().slice(0, 10);
        expect(readPullChoice(keptPullChoice(choice, day), day)).toEqual({ choice, day });
        expect(readPullChoice(keptPullChoice(choice, day), next)).toBeNull();
        expect(readPullChoice(keptPullChoice(choice, null), day)).toEqual({ choice, day: null });
      }),
    );
    expect(readPullChoice(keptPullChoice(null, null), '2026-11-20')).toBeNull();
  });
});
