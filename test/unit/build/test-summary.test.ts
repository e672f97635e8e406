import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closingLine, readCounts, slowestFiles } from '../../../build/test-summary.ts';

function withReport<Read>(report: object, read: (file: string) => Read): Read {
  const folder = mkdtempSync(join(tmpdir(), 'desk-summary-'));
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  const found = read(file);
  rmSync(folder, { recursive: true });
  return found;
}

const countsOf = (report: object) => withReport(report, readCounts);

test('counts passed, failed and skipped', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [],
  };
  expect(closingLine(countsOf(report))).toBe('5 passed, 1 failed, 3 skipped');
});

test('a file that broke before its tests is a failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{}] },
  ];
  const report = { numPassedTests: 1, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults };
  expect(countsOf(report)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('no report at all is a failure', () => {
  expect(readCounts(join(tmpdir(), 'no-such-report.json')).failed).toBe(1);
});

test('the files that took longest come first, by their place in the project', () => {
  const testResults = [
    { name: '/project/test/a.test.ts', startTime: 1000, endTime: 2500 },
    { name: '/project/test/b.test.ts', startTime: 0, endTime: 123_450 },
    { name: '/project/test/c.test.ts', startTime: 0, endTime: 10 },
  ];
  const slowest = withReport({ testResults }, (file) => slowestFiles(file, '/project', 2));
  expect(slowest).toEqual(['  123.5 s  test/b.test.ts', '    1.5 s  test/a.test.ts']);
  expect(slowestFiles(join(tmpdir(), 'no-such-report.json'), '/project')).toEqual([]);
});
