import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastSquares } from '../../../../electron/documents/codes/least-squares.ts';

test('weights are found again from sums that were made by them', () => {
  const weight = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(fc.array(weight, { minLength: 1, maxLength: 6 }), (weights) => {
      const size = weights.length;
      let state = 11;
      const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5;
      const features = Float64Array.from({ length: 200 * size }, next);
      const wanted = Float64Array.from({ length: 200 }, (_, row) =>
        weights.reduce((sum, value, at) => sum + value * (features[row * size + at] ?? 0), 0),
      );
      leastSquares({ size, features, wanted }).forEach((found, at) => {
        expect(Math.abs(found - (weights[at] ?? NaN))).toBeLessThan(0.02);
      });
    }),
  );
});

test('features that tell nothing get no weight', () => {
  const found = leastSquares({
    size: 2,
    features: new Float64Array(20),
    wanted: new Float64Array(10).fill(1),
  });
  expect([...found]).toEqual([0, 0]);
});
