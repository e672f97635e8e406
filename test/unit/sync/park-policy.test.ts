import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentFault } from '../../../shared/domain/documents/document-fault.ts';
import type { MaskFailure } from '../../../electron/storage/store.ts';
import { actDelay, scanDelay } from '../../../electron/sync/park-policy.ts';

const failures: MaskFailure[] = [
  ...documentFault.options,
  ...(['wrong-hash', 'not-an-image', 'too-large', 'not-found', 'no-link', 'server-failed'] as const),
  ...(['wants-hand', 'still-readable'] as const),
];
const never: readonly MaskFailure[] = ['no-link', 'busy'];
const sixHours = 6 * 3_600_000;
const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe('parking', () => {
  it('comes after a bounded number of faults, and never for what was not its own', () => {
    for (const why of failures) {
      const parkedAt = Array.from({ length: 40 }, (_, nth) => nth + 1).find(
        (faults) => scanDelay(why, faults, () => 0.5) === null,
      );
      if (never.includes(why)) expect(parkedAt, why).toBeUndefined();
      else expect(parkedAt, why).toBeLessThanOrEqual(8);
    }
    expect(actDelay(7, () => 0.5)).not.toBeNull();
    expect(actDelay(8, () => 0.5)).toBeNull();
  });

  it('once parked stays parked however many faults follow; before, each wait is bounded and spread', () => {
    fc.assert(
      fc.property(fc.constantFrom(...failures), fc.nat(60), chance, (why, faults, random) => {
        const delay = scanDelay(why, faults, () => random);
        if (delay === null) expect(scanDelay(why, faults + 1, () => random)).toBeNull();
        else expect(delay).toBeLessThanOrEqual(1.5 * sixHours);
        const [least, most] = [scanDelay(why, faults, () => 0), scanDelay(why, faults, () => 1)];
        if (delay !== null && least !== null && most !== null) {
          expect(least).toBeLessThan(most);
          expect(delay).toBeGreaterThanOrEqual(least);
        }
      }),
    );
  });

  it('leaves the first try after a minute at the most where nobody is to blame', () => {
    for (const why of never) expect(scanDelay(why, 0, () => 1)).toBeLessThanOrEqual(90_000);
  });
});
