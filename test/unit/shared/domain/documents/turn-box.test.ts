import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PageBox } from '../../../../../shared/domain/documents/page-box.ts';
import { turnBox, undoTurns, type QuarterTurns } from '../../../../../shared/domain/documents/turn-box.ts';

const turns = fc.constantFrom<QuarterTurns>(0, 1, 2, 3);
const boxes = fc.tuple(fc.integer({ min: 0, max: 64 }), fc.integer({ min: 0, max: 64 })).chain(([x, y]) =>
  fc.record({
    page: fc.constant(1),
    x: fc.constant(x / 128),
    y: fc.constant(y / 128),
    width: fc.integer({ min: 1, max: 64 }).map((w) => w / 128),
    height: fc.integer({ min: 1, max: 64 }).map((h) => h / 128),
  }),
);

test('the top left corner of a page that is turned clockwise lies at its top right', () => {
  const corner = { page: 0, x: 0, y: 0, width: 0.25, height: 0.125 };
  expect(turnBox(corner, 1)).toEqual({ page: 0, x: 0.875, y: 0, width: 0.125, height: 0.25 });
  expect(turnBox(corner, 2)).toEqual({ page: 0, x: 0.75, y: 0.875, width: 0.25, height: 0.125 });
  expect(turnBox(corner, 3)).toEqual({ page: 0, x: 0, y: 0.75, width: 0.125, height: 0.25 });
});

test('undoing the turns brings a piece back to its place', () => {
  fc.assert(
    fc.property(boxes, turns, (box, times) => {
      expect(turnBox(turnBox(box, times), undoTurns(times))).toEqual(box);
    }),
  );
});

test('four quarter turns are none', () => {
  fc.assert(
    fc.property(boxes, (box) => {
      expect([1, 1, 1, 1].reduce<PageBox>((turned) => turnBox(turned, 1), box)).toEqual(box);
    }),
  );
});
