import { array, assert, integer, property, tuple } from 'fast-check';
import { expect, it } from 'vitest';
import { columnSums } from '../../../../renderer/features/reports/outcome-counts.ts';

it('adds up each column, whatever the order of the rows', () => {
  const count = integer({ min: 0, max: 100_000 });
  assert(
    property(array(tuple(count, count, count), { minLength: 1 }), (rows) => {
      const sums = columnSums(rows);
      expect(sums).toHaveLength(3);
      expect(columnSums([...rows].reverse())).toEqual(sums);
      const all = rows.flat().reduce((total, value) => total + value, 0);
      expect(sums.reduce((total, value) => total + value, 0)).toBe(all);
    }),
  );
});

it('has nothing to add up without rows', () => {
  expect(columnSums([])).toEqual([]);
});
