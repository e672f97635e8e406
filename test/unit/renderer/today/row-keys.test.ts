import { assert, constantFrom, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { nextRow } from '../../../../renderer/features/today/use-row-keys.ts';

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 19, 19],
  ['ArrowUp', 5, 4],
  ['ArrowUp', 0, 0],
  ['PageDown', 3, 13],
  ['PageUp', 3, 0],
  ['Home', 9, 0],
  ['End', 2, 19],
])('%s moves from %i to %i of twenty', (key, at, expected) => {
  expect(nextRow(key, at, 20)).toBe(expected);
});

it('leaves every other key alone, so that Enter opens and Tab leaves', () => {
  expect(['Enter', 'Tab', ' ', 'a'].map((key) => nextRow(key, 3, 20))).toEqual([null, null, null, null]);
});

it('never leaves the list', () => {
  const keys = constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End');
  assert(
    property(keys, integer({ min: 1, max: 500 }), integer({ min: 0, max: 499 }), (key, count, at) => {
      const next = nextRow(key, Math.min(at, count - 1), count);
      expect(next).toBeGreaterThanOrEqual(0);
      expect(next).toBeLessThan(count);
    }),
  );
});
