import { parseArgs } from 'node:util';
import { killAfterRecord } from './kill-after-record.ts';

/**
 * `npm run drill -- kill-after-record [--count 100] [--seed 1]`: a fault repeated many times against the real main process. The
 * last line is one JSON object; the exit code says whether the drill held (0), did not (1) or is not known (2).
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
});
const drills = { 'kill-after-record': killAfterRecord };
const [name = ''] = positionals;
const count = Number(values.count);
const seed = Number(values.seed);
if (!isDrill(name) || !Number.isSafeInteger(seed) || !Number.isSafeInteger(count) || count < 1) {
  console.error(`Usage: npm run drill -- ${Object.keys(drills).join('|')} [--count N] [--seed N]`);
  process.exit(2);
}

const account = await drills[name]({ count, seed }, (line) => {
  console.log(line);
});
const pass = account.count === count && account.lost === 0 && account.duplicated === 0;
console.log(JSON.stringify({ drill: name, ...account, pass }));
process.exit(pass ? 0 : 1);

function isDrill(given: string): given is keyof typeof drills {
  return Object.hasOwn(drills, given);
}
