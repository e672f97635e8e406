import { readOptions } from '../support/read-options.ts';
import { drills } from './drills.ts';
import { findDrill } from './find-drill.ts';

/**
 * `npm run drill -- NAME|NUMBER [--count N] [--seed N]`: a fault repeated many times against the real thing. The last
 * line is one JSON object; the exit code says whether the drill held (0), did not (1) or is not known (2).
 */
const names = Object.entries(drills).map(([name, { number }]) =>
  number === null ? name : `${name} (${number})`,
);
const usage = `Usage: npm run drill -- NAME|NUMBER [--count N] [--seed N]\n${names.join('\n')}`;
const read = readOptions(process.argv.slice(2), {
  options: { count: { type: 'string' }, seed: { type: 'string', default: '1' } },
  usage,
  helpCommand: 'npm run drill -- --help',
  takesFiles: true,
});
if (typeof read === 'number') process.exit(read);
const { values, positionals } = read;
const found = findDrill(drills, positionals[0] ?? '');
const count = Number(values.count ?? found?.drill.count);
const seed = Number(values.seed);
if (!found || !Number.isSafeInteger(seed) || !Number.isSafeInteger(count) || count < 1) {
  console.error(usage);
  process.exit(2);
}

const report = await found.drill.run({ count, seed }, (line) => {
  console.log(line);
});
console.log(JSON.stringify({ drill: found.name, ...report }));
process.exit(report.pass ? 0 : 1);
