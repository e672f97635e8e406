import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle, repository } from './bundle.ts';
import { ensureSystemOrExit } from './system/ensure-system.ts';
import { closingLine, readCounts, slowestFiles } from './test-summary.ts';

/**
 * `npm test`: sees to what the system lacks, builds the bundles that the end-to-end tests drive, and runs every project
 * of the test suite. Arguments go through to vitest. The last line of the output is the count.
 */
ensureSystemOrExit(['chromium', 'fonts', 'poppler']);
await bundle();
const folder = mkdtempSync(join(tmpdir(), 'desk-test-report-'));
const report = join(folder, 'report.json');
const status = await runVitest(process.argv.slice(2));
const counts = readCounts(report);
const slowest = slowestFiles(report, repository);
rmSync(folder, { recursive: true, force: true });
if (slowest.length > 0) process.stdout.write(`Longest:\n${slowest.join('\n')}\n`);
process.stdout.write(`${closingLine(counts)}\n`);
// A run that counted nothing tested nothing, whatever vitest says of it.
process.exitCode = status === 0 && counts.failed === 0 && counts.passed > 0 ? 0 : 1;

function runVitest(given: readonly string[]): Promise<number> {
  const vitest = join(repository, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...given], {
    cwd: repository,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}
