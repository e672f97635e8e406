import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closingLine, readCounts } from '../../../build/test-summary.ts';

function countsOf(report: object): ReturnType<typeof readCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-summary-'));
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  const counts = readCounts(file);
  rmSync(folder, { recursive: true });
  return counts;
}

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
