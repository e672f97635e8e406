import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { codePlan, versions } from '../../../../electron/documents/codes/code-plan.ts';

const all = Array.from({ length: versions.most - versions.least + 1 }, (_, at) => at + versions.least);

test.each(all)('the marks of version %i stand where another maker of codes draws them', (version) => {
  const { data, size } = encode('A1', { minVersion: version, maxVersion: version, border: 0 });
  const { modules, marks, timing } = codePlan(version);
  expect(modules).toBe(size);
  const wrong = [...marks, ...timing].flat().filter(({ column, row, dark }) => data[row]?.[column] !== dark);
  expect(wrong).toEqual([]);
  const across = Math.floor(version / 7) + 2;
  expect(marks).toHaveLength(across * across);
});
