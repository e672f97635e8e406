import { parseArgs } from 'node:util';
import { districtsOnPostgres, holdsForDistricts } from './districts/districts-on-postgres.ts';
import { holdsAgainstHostile, hostileDocuments } from './hostile-documents.ts';
import { killAfterRecord, type DrillOptions } from './kill-after-record.ts';

/**
 * `npm run drill -- NAME [--count N] [--seed N]`: a fault repeated many times against the real thing. The last line is
 * one JSON object; the exit code says whether the drill held (0), did not (1) or is not known (2).
 */
interface Drill {
  /** How often, where nothing is said. */
  count: number;
  run(options: DrillOptions, say: (line: string) => void): Promise<{ count: number; pass: boolean }>;
}

const drills: Partial<Record<string, Drill>> = {
  'kill-after-record': {
    count: 100,
    run: async (options, say) => {
      const account = await killAfterRecord(options, say);
      return { ...account, pass: account.lost === 0 && account.duplicated === 0 };
    },
  },
  'hostile-documents': {
    count: 10_000,
    run: async (options, say) => {
      const account = await hostileDocuments(options, say);
      return { ...account, pass: holdsAgainstHostile(account) };
    },
  },
  districts: {
    count: 100_000,
    run: async (options, say) => {
      const account = await districtsOnPostgres(options, say);
      return { ...account, pass: holdsForDistricts(account) };
    },
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const [name = ''] = positionals;
const drill = Object.hasOwn(drills, name) ? drills[name] : undefined;
const count = Number(values.count ?? drill?.count);
const seed = Number(values.seed);
if (!drill || !Number.isSafeInteger(seed) || !Number.isSafeInteger(count) || count < 1) {
  console.error(`Usage: npm run drill -- ${Object.keys(drills).join('|')} [--count N] [--seed N]`);
  process.exit(2);
}

const account = await drill.run({ count, seed }, (line) => {
  console.log(line);
});
const pass = account.pass && account.count === count;
console.log(JSON.stringify({ drill: name, ...account, pass }));
process.exit(pass ? 0 : 1);
