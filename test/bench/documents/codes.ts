import jsQR from 'jsqr';
import type { DocumentAssets } from '../../../electron/documents/document-assets.ts';
import { readCodes } from '../../../electron/documents/codes/read-codes.ts';
import type { RasterPage } from '../../../electron/documents/raster-page.ts';
import type { Damage } from '../../support/corpus/damage.ts';
import { corpusItem } from '../../support/corpus/make-corpus.ts';
import type { SamplePaperKind } from '../../support/corpus/papers.ts';
import { quantiles } from '../quantiles.ts';
import { openPage } from './open-page.ts';
import { scanAndPhone, type DocumentsBenchOptions } from './options.ts';
import { percent, printTable, ratio } from './table.ts';

interface Reader {
  read: number;
  /** Another text than the one that was printed. */
  wrong: number;
  times: number[];
}

interface ReaderFigures {
  readPercent: number | null;
  wrong: number;
  medianMs: number | null;
}

export interface CodeFigures {
  codes: number;
  ours: ReaderFigures;
  jsqr: ReaderFigures;
  /** Of the medians: ours to jsQR's. */
  timeRatio: number | null;
}

interface Tally {
  codes: number;
  ours: Reader;
  jsqr: Reader;
}

/** Cards with an Aadhaar-sized code under each damage, and whole pages at 300 dots an inch, beside jsQR. */
export async function benchCodes(
  options: DocumentsBenchOptions,
  assets: DocumentAssets,
): Promise<Record<string, CodeFigures>> {
  const tallies = new Map<string, Tally>();
  for (const damage of options.damages) {
    const tally = await measure(options, 'aadhaar-back', damage, assets);
    tallies.set(damage, tally);
    const isInTotal = scanAndPhone.includes(damage);
    if (isInTotal) tallies.set('scan-and-phone', added(tallies.get('scan-and-phone') ?? emptyTally(), tally));
  }
  tallies.set('whole-page-300', await measure(options, 'aadhaar-on-page', 'scan', assets));
  const figures = [...tallies].map(([name, tally]) => [name, figuresOf(tally)] as const);
  printTable(
    ['codes', 'n', 'ours %', 'wrong', 'ms', 'jsQR %', 'wrong', 'ms', 'time ratio'],
    figures.map(([name, { codes, ours, jsqr, timeRatio }]) => [
      ...[name, codes, ours.readPercent, ours.wrong, ours.medianMs],
      ...[jsqr.readPercent, jsqr.wrong, jsqr.medianMs, timeRatio],
    ]),
  );
  return Object.fromEntries(figures);
}

async function measure(
  { count, seed }: DocumentsBenchOptions,
  kind: SamplePaperKind,
  damage: Damage,
  assets: DocumentAssets,
): Promise<Tally> {
  const tally = emptyTally();
  for (let place = 0; place < count; place += 1) {
    const { pages, truth } = await corpusItem({ seed, count, kinds: [kind], damages: [damage] }, place);
    const page = await openPage(pages[0]?.bytes ?? Buffer.alloc(0), assets);
    const text = truth.codeText();
    tally.codes += 1;
    await note(tally.ours, text, async () => (await readCodes(page, assets)).read.map((code) => code.text));
    const picture = asRgba(page);
    await note(tally.jsqr, text, async () => {
      const code = jsQR(picture, page.width, page.height, { inversionAttempts: 'dontInvert' });
      return code === null ? [] : [code.data];
    });
  }
  return tally;
}

async function note(reader: Reader, text: string | null, read: () => Promise<string[]>): Promise<void> {
  const begun = performance.now();
  const texts = await read();
  reader.times.push(performance.now() - begun);
  if (text !== null && texts.includes(text)) reader.read += 1;
  reader.wrong += texts.filter((each) => each !== text).length;
}

function asRgba({ width, height, pixels }: RasterPage): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let from = 0, to = 0; from < pixels.length; from += 3, to += 4) {
    rgba[to] = pixels[from] ?? 0;
    rgba[to + 1] = pixels[from + 1] ?? 0;
    rgba[to + 2] = pixels[from + 2] ?? 0;
    rgba[to + 3] = 255;
  }
  return rgba;
}

function emptyTally(): Tally {
  const reader = () => ({ read: 0, wrong: 0, times: [] });
  return { codes: 0, ours: reader(), jsqr: reader() };
}

function added(a: Tally, b: Tally): Tally {
  const both = (x: Reader, y: Reader): Reader => ({
    read: x.read + y.read,
    wrong: x.wrong + y.wrong,
    times: [...x.times, ...y.times],
  });
  return { codes: a.codes + b.codes, ours: both(a.ours, b.ours), jsqr: both(a.jsqr, b.jsqr) };
}

function figuresOf({ codes, ours, jsqr }: Tally): CodeFigures {
  const figures = ({ read, wrong, times }: Reader): ReaderFigures => ({
    readPercent: percent(read, codes),
    wrong,
    medianMs: times.length === 0 ? null : quantiles(times).median,
  });
  const [own, floor] = [figures(ours), figures(jsqr)];
  return { codes, ours: own, jsqr: floor, timeRatio: ratio(own.medianMs, floor.medianMs) };
}
