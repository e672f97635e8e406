import { parseArgs } from 'node:util';
import { drills } from './drills.ts';
import { findDrill } from './find-drill.ts';

/**
 * `npm run drill -- NAME|NUMBER [--count N] [--seed N]`: a fault repeated many times against the real thing. The last
 * line is one JSON object; the exit code says whether the drill held (0), did not (1) or is not known (2).
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const found = findDrill(drills, positionals[0] ?? '');
const count = Number(values.count ?? found?.drill.count);
const seed = Number(values.seed);
if (!found || !Number.isSafeInteger(seed) || !Number.isSafeInteger(count) || count < 1) {
  const names = Object.entries(drills).map(([name, { number }]) =>
    number === null ? name : `${name} (${number})`,
  );
  console.error(`Usage: npm run drill -- NAME|NUMBER [--count N] [--seed N]\n${names.join('\n')}`);
  process.exit(2);
}

const report = await found.drill.run({ count, seed }, (line) => {
  console.log(line);
});
console.log(JSON.stringify({ drill: found.name, ...report }));
process.exit(report.pass ? 0 : 1);
