import { ensureSystemOrExit } from '../../../build/system/ensure-system.ts';
import { packageAssets } from '../../../electron/documents/assets/package-assets.ts';
import { ocrEngines } from '../../../electron/documents/ocr/ocr-engines.ts';
import { makeCorpus } from '../../support/corpus/make-corpus.ts';
import { measurePrint } from './measure-print.ts';

/** One round of every kind of paper in every kind of damage is 96; the first number after the name says how many. */
const usualCount = 96;

interface Tally {
  right: number;
  of: number;
}

/** `npm run bench -- document-print [count]`: what is read and masked, per damage, on sample papers. */
export async function documentPrintBench(): Promise<object> {
  const count = Number(process.argv[3] ?? usualCount);
  ensureSystemOrExit(['fonts']);
  const engines = ocrEngines(packageAssets());
  const tallies = new Map<string, Record<string, Tally>>();
  const seconds: number[] = [];
  for await (const item of makeCorpus({ seed: 20261, count })) {
    const { right, readSeconds, maskSeconds } = await measurePrint(item, engines);
    seconds.push(readSeconds);
    for (const group of [item.damage, 'all']) {
      const tally = tallies.get(group) ?? {};
      tallies.set(group, tally);
      for (const [what, isRight] of Object.entries(right)) {
        const { right: before, of } = tally[what] ?? { right: 0, of: 0 };
        tally[what] = { right: before + Number(isRight), of: of + 1 };
      }
    }
    const wrong = Object.entries(right).flatMap(([what, isRight]) => (isRight ? [] : [what]));
    console.log(
      `${item.name}: read in ${readSeconds.toFixed(1)} s, masked in ${maskSeconds.toFixed(1)} s${wrong.length > 0 ? `, wrong: ${wrong.join(', ')}` : ''}`,
    );
  }
  await engines.release();
  seconds.sort((a, b) => a - b);
  return {
    rates: Object.fromEntries(tallies),
    medianReadSeconds: seconds[Math.floor(seconds.length / 2)],
    residentMegabytes: Math.round(process.memoryUsage().rss / 1e6),
  };
}
