import fc from 'fast-check';
import { expect, test } from 'vitest';
import { squareMap, type Corners } from '../../../../electron/documents/codes/square-map.ts';

const off = fc.double({ min: -20, max: 20, noNaN: true });
const corner = (x: number, y: number) =>
  fc.record({ x: off.map((by) => x + by), y: off.map((by) => y + by) });
const quad: fc.Arbitrary<Corners> = fc.tuple(corner(0, 0), corner(100, 0), corner(100, 100), corner(0, 100));

test('the corners of the square go to the corners, and lines stay lines', () => {
  fc.assert(
    fc.property(quad, fc.double({ min: 0, max: 1, noNaN: true }), (corners, share) => {
      const map = squareMap(corners);
      [map(0, 0), map(1, 0), map(1, 1), map(0, 1)].forEach(({ x, y }, at) => {
        expect(x).toBeCloseTo(corners[at]?.x ?? NaN, 6);
        expect(y).toBeCloseTo(corners[at]?.y ?? NaN, 6);
      });
      const [from, to, between] = [
        map(0, share),
        map(1, 1 - share),
        map(share, share + share * (1 - 2 * share)),
      ];
      const turn = (to.x - from.x) * (between.y - from.y) - (to.y - from.y) * (between.x - from.x);
      expect(turn).toBeCloseTo(0, 5);
    }),
  );
});
