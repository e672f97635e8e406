import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestId } from '../../../../shared/domain/ids.ts';
import { intersectInOrder } from '../../../../renderer/features/queue/intersect.ts';
import { moveSelection, selectionAfterChange } from '../../../../renderer/features/queue/selection.ts';
import { blockRows, windowAround } from '../../../../renderer/features/queue/visible-window.ts';

const ids = ['a', 'b', 'c', 'd'].map((id) => requestId.parse(id));
const [a, b, c, d] = ids as [(typeof ids)[0], (typeof ids)[0], (typeof ids)[0], (typeof ids)[0]];

describe('intersectInOrder', () => {
  it('keeps what is in all, in the order of the first', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 30 })),
        fc.array(fc.array(fc.integer({ min: 0, max: 30 })), { maxLength: 3 }),
        (ordered, others) => {
          const found = intersectInOrder(
            ordered,
            others.map((one) => new Set(one)),
          );
          expect(found).toEqual(ordered.filter((key) => others.every((one) => one.includes(key))));
        },
      ),
    );
  });
});

describe('windowAround', () => {
  it('holds what is visible, within the list, in whole blocks', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(60), fc.integer({ min: 1, max: 12_000 }), (first, rows, total) => {
        fc.pre(first < total);
        const last = Math.min(total - 1, first + rows);
        const { start, end } = windowAround(first, last, total);
        expect(start).toBeLessThanOrEqual(first);
        expect(end).toBeGreaterThan(last);
        expect(end).toBeLessThanOrEqual(total);
        expect(start % blockRows).toBe(0);
        expect(end - start).toBeLessThanOrEqual(rows + 1 + 3 * blockRows);
      }),
    );
  });

  it('does not move while a row is scrolled within the margin', () => {
    expect(windowAround(60, 75, 10_000)).toEqual(windowAround(61, 76, 10_000));
  });

  it('is empty for an empty list', () => {
    expect(windowAround(0, 0, 0)).toEqual({ start: 0, end: 0 });
  });
});

describe('selection', () => {
  it('moves by row and by page and stops at the ends', () => {
    expect(moveSelection(ids, a, 'next')).toBe(b);
    expect(moveSelection(ids, a, 'previous')).toBe(a);
    expect(moveSelection(ids, d, 'next')).toBe(d);
    expect(moveSelection(ids, b, { by: 10 })).toBe(d);
    expect(moveSelection(ids, null, 'next')).toBe(a);
    expect(moveSelection(ids, b, 'last')).toBe(d);
    expect(moveSelection([], null, 'next')).toBeNull();
  });

  it('stays on its row when others leave, and takes the next one when its own leaves', () => {
    expect(selectionAfterChange([a, c, d], c, 2)).toBe(c);
    expect(selectionAfterChange([a, c, d], b, 1)).toBe(c);
    expect(selectionAfterChange([a], d, 3)).toBe(a);
    expect(selectionAfterChange([], a, 0)).toBeNull();
  });
});
