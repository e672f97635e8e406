import { expect, it } from 'vitest';
import { missingParts } from '../../build/system/missing-parts.ts';
import { drills } from '../drill/drills.ts';
import { findDrill } from '../drill/find-drill.ts';

/** The same drills as `npm run drill`, in a form that fits into every run of the tests. */
const quick: readonly [name: string, count: number][] = [
  ['kill-process', 8],
  ['kill-each-step', 10],
  ['faulty-answers', 60],
  ['late-time-out', 5],
  ['full-disk', 2],
  ['truncated', 1],
  ['moved-clock', 5],
  ['oversize', 1],
  ['flapping-day', 1000],
];

it.each(quick)('%s holds', async (name, count) => {
  const lines: string[] = [];
  const found = findDrill(drills, name);
  const report = await found?.drill.run({ count, seed: 1 }, (line) => lines.push(line));
  expect(report, lines.join('\n')).toMatchObject({ pass: true });
});

const powerCut = findDrill(drills, 'power-cut')?.drill;
const compiler = missingParts(['compiler'], process.env);
const whyNot =
  process.platform !== 'linux'
    ? 'it records system calls of Linux'
    : compiler.length > 0
      ? 'this system lacks a C compiler'
      : null;
if (whyNot !== null) console.warn(`The power-cut drill is skipped: ${whyNot}`);

it.skipIf(whyNot !== null)('power-cut holds', async () => {
  const lines: string[] = [];
  const report = await powerCut?.run({ count: 5, seed: 1 }, (line) => lines.push(line));
  expect(report, lines.join('\n')).toMatchObject({ pass: true });
});

it('is found by its name and by its number', () => {
  expect(findDrill(drills, '3')?.name).toBe('faulty-answers');
  expect(findDrill(drills, 'faulty-answers')?.drill.number).toBe(3);
  expect(findDrill(drills, 'toString')).toBeNull();
});
