import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  scrollForBox,
  turnedBox,
  uprightBox,
  zoomForBox,
  type Fractions,
} from '../../../../renderer/features/viewer/box-geometry.ts';
import {
  maxZoom,
  minZoom,
  rotated,
  type Rotation,
} from '../../../../renderer/features/viewer/page-geometry.ts';

const rotations = fc.constantFrom<Rotation>(0, 90, 180, 270);
const boxes: fc.Arbitrary<Fractions> = fc
  .tuple(...Array.from({ length: 4 }, () => fc.double({ min: 0, max: 1, noNaN: true })))
  .map(([x = 0, y = 0, width = 0, height = 0]) => ({
    x,
    y,
    width: width * (1 - x),
    height: height * (1 - y),
  }));

describe('turnedBox', () => {
  it('follows the corner of a page that is turned clockwise', () => {
    const topLeft = { x: 0, y: 0, width: 0.2, height: 0.1 };
    expect(turnedBox(topLeft, 90)).toEqual({ x: 0.9, y: 0, width: 0.1, height: 0.2 });
    expect(turnedBox(topLeft, 180)).toEqual({ x: 0.8, y: 0.9, width: 0.2, height: 0.1 });
    expect(turnedBox(topLeft, 270)).toEqual({ x: 0, y: 0.8, width: 0.1, height: 0.2 });
  });

  it('stays on the page, and comes back where it was', () => {
    fc.assert(
      fc.property(boxes, rotations, (box, rotation) => {
        const turned = turnedBox(box, rotation);
        expect(turned.x).toBeGreaterThan(-1e-9);
        expect(turned.x + turned.width).toBeLessThan(1 + 1e-9);
        expect(turned.y + turned.height).toBeLessThan(1 + 1e-9);
        const back = uprightBox(turned, rotation);
        for (const side of ['x', 'y', 'width', 'height'] as const) {
          expect(back[side]).toBeCloseTo(box[side], 9);
        }
      }),
    );
  });

  it('turned twice by a quarter is turned once by a half', () => {
    fc.assert(
      fc.property(boxes, (box) => {
        const twice = turnedBox(turnedBox(box, 90), 90);
        const half = turnedBox(box, 180);
        expect(twice.x).toBeCloseTo(half.x, 9);
        expect(twice.y).toBeCloseTo(half.y, 9);
      }),
    );
  });
});

describe('going to a place', () => {
  const page = { width: 1000, height: 640 };
  const pane = { width: 650, height: 520 };

  it('zooms within the limits, never below the fitted page, and the place fits into the pane', () => {
    fc.assert(
      fc.property(boxes, rotations, (box, rotation) => {
        const zoom = zoomForBox(box, page, rotation, pane);
        const fit = pane.width / rotated(page, rotation).width;
        expect(zoom).toBeGreaterThanOrEqual(Math.max(minZoom, fit) - 1e-9);
        expect(zoom).toBeLessThanOrEqual(maxZoom);
        const shown = turnedBox(box, rotation).width * rotated(page, rotation).width * zoom;
        expect(shown).toBeLessThanOrEqual(pane.width + 1e-6);
      }),
    );
  });

  it('brings the middle of the place into the middle of the pane', () => {
    const box = { x: 0.5, y: 0.5, width: 0.1, height: 0.1 };
    const { left, top } = scrollForBox(box, page, 0, { zoom: 2, pane });
    expect(left).toBeCloseTo(0.55 * 1000 * 2 - 325);
    expect(top).toBeCloseTo(0.55 * 640 * 2 - 260);
  });

  it('does not scroll beyond the beginning of the page', () => {
    const corner = { x: 0, y: 0, width: 0.05, height: 0.05 };
    expect(scrollForBox(corner, page, 0, { zoom: 1, pane })).toEqual({ left: 0, top: 0 });
  });
});
