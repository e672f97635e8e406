import { readOptions } from '../support/read-options.ts';
import { damages } from '../support/corpus/damage.ts';
import { documentPrintBench } from './documents/document-print.ts';
import { benchDamages, benchParts, type DocumentsBenchOptions } from './documents/options.ts';
import { documentsBench } from './documents.ts';
import { recordDecisionBench } from './record-decision.ts';
import { searchArchiveBench } from './search-archive.ts';
import { syncBench, type SyncBenchOptions } from './sync.ts';

/**
 * `npm run bench -- NAME`: runs one benchmark. It says what it does as it goes; its last line is one JSON object. For
 * `documents`: `[--count 10] [--seed 1] [--parts codes,print,masking,request] [--damages scan,phone]`; for `sync`:
 * `[--runs 3] [--requests 10000] [--decisions 10000] [--changes 100] [--peers no] [--seed 1]`.
 */
type BenchOptions = DocumentsBenchOptions & SyncBenchOptions;
const benches: Partial<Record<string, (options: BenchOptions) => Promise<object>>> = {
  'document-print': documentPrintBench,
  'record-decision': recordDecisionBench,
  'search-archive': searchArchiveBench,
  documents: documentsBench,
  sync: syncBench,
};

const names = Object.keys(benches).join(', ');
const read = readOptions(process.argv.slice(2), {
  options: {
    count: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    parts: { type: 'string', default: benchParts.join(',') },
    damages: { type: 'string', default: benchDamages.join(',') },
    runs: { type: 'string', default: '3' },
    requests: { type: 'string', default: '10000' },
    decisions: { type: 'string', default: '10000' },
    changes: { type: 'string', default: '100' },
    peers: { type: 'string', default: 'yes' },
  },
  usage: `Usage: npm run bench -- NAME [--seed N]
NAME is one of: ${names}
documents: [--count 10] [--parts codes,print,masking,request] [--damages scan,phone]
sync: [--runs 3] [--requests 10000] [--decisions 10000] [--changes 100] [--peers no]`,
  helpCommand: 'npm run bench -- --help',
  takesFiles: true,
});
if (typeof read === 'number') process.exit(read);
const { values, positionals } = read;
const [name = ''] = positionals;
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
const seed = Number(values.seed);
const counts = {
  count: Number(values.count),
  runs: Number(values.runs),
  requests: Number(values.requests),
  decisions: Number(values.decisions),
  changes: Number(values.changes),
};
const areCounts = Object.values(counts).every((each) => Number.isSafeInteger(each) && each > 0);
if (!bench || !Number.isSafeInteger(seed) || !areCounts || counts.changes > counts.requests) {
  console.error(`Name one of: ${names}; counts and --seed are whole numbers`);
  process.exitCode = 2;
} else {
  const options = {
    ...counts,
    seed,
    peers: values.peers !== 'no',
    parts: benchParts.filter((part) => values.parts.split(',').includes(part)),
    damages: damages.filter((damage) => values.damages.split(',').includes(damage)),
  };
  console.log(JSON.stringify(await bench(options)));
}
