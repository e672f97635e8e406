import { documentPrintBench } from './documents/document-print.ts';
import { recordDecisionBench } from './record-decision.ts';
import { searchArchiveBench } from './search-archive.ts';

/** `npm run bench -- NAME`: runs one benchmark. It says what it does as it goes; its last line is one JSON object. */
const benches: Record<string, () => Promise<object>> = {
  'document-print': documentPrintBench,
  'record-decision': recordDecisionBench,
  'search-archive': searchArchiveBench,
};

const name = process.argv[2] ?? '';
const bench = benches[name];
if (!bench) {
  console.error(`Name one of: ${Object.keys(benches).join(', ')}`);
  process.exitCode = 2;
} else {
  console.log(JSON.stringify(await bench()));
}
