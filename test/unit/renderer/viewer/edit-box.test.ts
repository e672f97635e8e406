import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fractions } from '../../../../renderer/features/viewer/box-geometry.ts';
import {
  boxAfterKey,
  boxAround,
  boxBetween,
  keyStep,
  leastSide,
  movedBox,
  resizedBox,
} from '../../../../renderer/features/viewer/edit-box.ts';

const start: Fractions = { x: 0.4, y: 0.4, width: 0.2, height: 0.1 };
const by = fc.record({
  x: fc.double({ min: -3, max: 3, noNaN: true }),
  y: fc.double({ min: -3, max: 3, noNaN: true }),
});

function expectOnPage({ x, y, width, height }: Fractions): void {
  expect(x).toBeGreaterThanOrEqual(0);
  expect(y).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(1 + 1e-9);
  expect(y + height).toBeLessThanOrEqual(1 + 1e-9);
  expect(width).toBeGreaterThanOrEqual(leastSide - 1e-9);
  expect(height).toBeGreaterThanOrEqual(leastSide - 1e-9);
}

describe('a box drawn by hand', () => {
  it('stays whole on the page however it is pushed, and keeps its size', () => {
    fc.assert(
      fc.property(fc.array(by, { maxLength: 8 }), (pushes) => {
        const moved = pushes.reduce(movedBox, start);
        expectOnPage(moved);
        expect([moved.width, moved.height]).toEqual([start.width, start.height]);
      }),
    );
  });

  it('stays on the page and can still be seen however it is resized', () => {
    fc.assert(
      fc.property(fc.array(by, { maxLength: 8 }), (pulls) => {
        expectOnPage(pulls.reduce(resizedBox, start));
      }),
    );
  });

  it('is the same in whichever direction it is dragged', () => {
    const a = { x: 0.2, y: 0.7 };
    const b = { x: 0.5, y: 0.3 };
    expect(boxBetween(a, b)).toEqual(boxBetween(b, a));
    expect(boxBetween(a, b).x).toBeCloseTo(0.2);
    expect(boxBetween(a, b).height).toBeCloseTo(0.4);
  });

  it('dragged beyond the page ends at its edge', () => {
    fc.assert(fc.property(by, by, (from, to) => expectOnPage(boxBetween(from, to))));
  });

  it('moves by the arrows, and resizes by them with Shift', () => {
    expect(boxAfterKey(start, 'ArrowRight', false)?.x).toBeCloseTo(start.x + keyStep);
    expect(boxAfterKey(start, 'ArrowDown', true)?.height).toBeCloseTo(start.height + keyStep);
    expect(boxAfterKey(start, 'ArrowUp', true)?.y).toBe(start.y);
    expect(boxAfterKey(start, 'a', false)).toBeNull();
  });

  it('is put round a point as far as the page reaches', () => {
    expect(boxAround({ x: 0, y: 1 }, 0.2, 0.1)).toEqual({ x: 0, y: 0.9, width: 0.2, height: 0.1 });
  });
});
