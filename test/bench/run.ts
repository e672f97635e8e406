import { parseArgs } from 'node:util';
import { damages } from '../support/corpus/damage.ts';
import { documentPrintBench } from './documents/document-print.ts';
import { benchDamages, benchParts, type DocumentsBenchOptions } from './documents/options.ts';
import { documentsBench } from './documents.ts';
import { recordDecisionBench } from './record-decision.ts';
import { searchArchiveBench } from './search-archive.ts';

/**
 * `npm run bench -- NAME`: runs one benchmark. It says what it does as it goes; its last line is one JSON object. For
 * `documents`: `[--count 10] [--seed 1] [--parts codes,print,masking,request] [--damages scan,phone]`.
 */
const benches: Partial<Record<string, (options: DocumentsBenchOptions) => Promise<object>>> = {
  'document-print': documentPrintBench,
  'record-decision': recordDecisionBench,
  'search-archive': searchArchiveBench,
  documents: documentsBench,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    parts: { type: 'string', default: benchParts.join(',') },
    damages: { type: 'string', default: benchDamages.join(',') },
  },
});
const [name = ''] = positionals;
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
const [count, seed] = [Number(values.count), Number(values.seed)];
if (!bench || !Number.isSafeInteger(seed) || !Number.isSafeInteger(count) || count < 1) {
  console.error(`Name one of: ${Object.keys(benches).join(', ')}; --count and --seed are whole numbers`);
  process.exitCode = 2;
} else {
  const options = {
    count,
    seed,
    parts: benchParts.filter((part) => values.parts.split(',').includes(part)),
    damages: damages.filter((damage) => values.damages.split(',').includes(damage)),
  };
  console.log(JSON.stringify(await bench(options)));
}
