import type { DocumentAssets } from '../../../electron/documents/document-assets.ts';
import { ocrEngines } from '../../../electron/documents/ocr/ocr-engines.ts';
import { readPage } from '../../../electron/documents/reading/read-page.ts';
import type { PaperField, ReadField } from '../../../shared/domain/documents/document-reading.ts';
import { corpusItem, type CorpusItem } from '../../support/corpus/make-corpus.ts';
import type { SamplePaperKind } from '../../support/corpus/papers.ts';
import { quantiles } from '../quantiles.ts';
import { openPage } from './open-page.ts';
import { scanAndPhone, type DocumentsBenchOptions } from './options.ts';
import { openPlainTesseract } from './plain-tesseract.ts';
import { percent, printTable, ratio } from './table.ts';

const kinds: readonly SamplePaperKind[] = ['aadhaar-front', 'pan', 'form'];
const fields = ['last4', 'dob', 'name', 'nameHindi', 'fatherName', 'pan'] as const;
type Field = (typeof fields)[number];

interface Tally {
  papers: number;
  asked: Partial<Record<Field, number>>;
  ours: Partial<Record<Field, number>>;
  plain: Partial<Record<Field, number>>;
  oursMs: number[];
  plainMs: number[];
}

export interface PrintFigures {
  papers: number;
  /** Per cent right: ours, and plain tesseract's. */
  rates: Partial<Record<Field, { ours: number | null; tesseract: number | null }>>;
  oursMs: number;
  tesseractMs: number;
  timeRatio: number | null;
}

/**
 * What stands on cards and the form's first page, per kind and damage. Ours is the value that the app would show: right
 * means equal but for spaces and case. Tesseract alone has no notion of fields: right means that the value stands
 * anywhere in what it read, which is kinder to it.
 */
export async function benchPrint(
  options: DocumentsBenchOptions,
  assets: DocumentAssets,
): Promise<Record<string, PrintFigures>> {
  const tallies = new Map<string, Tally>();
  const engines = ocrEngines(assets);
  const tesseract = await openPlainTesseract(assets, 'eng+hin');
  const { count, seed } = options;
  for (const damage of options.damages) {
    for (const kind of kinds) {
      for (let place = 0; place < count; place += 1) {
        const item = await corpusItem({ seed, count, kinds: [kind], damages: [damage] }, place);
        const page = await openPage(item.pages[0]?.bytes ?? Buffer.alloc(0), assets);
        const begun = performance.now();
        const read = (await readPage(page, 0, engines)).fields;
        const between = performance.now();
        const lines = tesseract.readPage(page).map(({ text }) => text);
        const ended = performance.now();
        const names = [
          `${kind} ${damage}`,
          ...(scanAndPhone.includes(damage) ? [`${kind} scan-and-phone`, 'scan-and-phone'] : []),
        ];
        for (const name of names) {
          const tally = tallies.get(name) ?? emptyTally();
          tallies.set(name, tally);
          add(tally, item, read, lines);
          tally.oursMs.push(between - begun);
          tally.plainMs.push(ended - between);
        }
      }
    }
  }
  await engines.release();
  const figures = [...tallies].map(([name, tally]) => [name, figuresOf(tally)] as const);
  printTable(
    ['print (ours/tesseract, %)', 'n', ...fields, 'ms', 'tess ms', 'time ratio'],
    figures.map(([name, { papers, rates, oursMs, tesseractMs, timeRatio }]) => [
      ...[name, papers],
      ...fields.map((field) =>
        rates[field] ? `${rates[field].ours ?? '–'}/${rates[field].tesseract ?? '–'}` : null,
      ),
      ...[oursMs, tesseractMs, timeRatio],
    ]),
  );
  return Object.fromEntries(figures);
}

function add(
  tally: Tally,
  { truth }: CorpusItem,
  read: readonly ReadField[],
  lines: readonly string[],
): void {
  tally.papers += 1;
  for (const field of fields) {
    const value = truth.fields[field];
    if (value === undefined) continue;
    count(tally.asked, field, true);
    count(tally.ours, field, plain(best(read, field) ?? '') === plain(value));
    count(tally.plain, field, standsIn(lines, field, value));
  }
}

function count(counts: Partial<Record<Field, number>>, field: Field, isOne: boolean): void {
  counts[field] = (counts[field] ?? 0) + (isOne ? 1 : 0);
}

function best(read: readonly ReadField[], field: PaperField): string | undefined {
  return read
    .filter((each) => each.field === field)
    .toSorted((a, b) => b.confidence - a.confidence)
    .at(0)?.value;
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s/g, '').toUpperCase();
}

function standsIn(lines: readonly string[], field: Field, value: string): boolean {
  const texts = lines.map(plain);
  if (field === 'dob') {
    const written = value.split('-').reverse().join('/');
    return texts.some((text) => text.replace(/[-.]/g, '/').includes(written));
  }
  // Of the number, crossed out or in full.
  if (field === 'last4') return texts.some((text) => new RegExp(`[\\dX]{8}${value}(?!\\d)`).test(text));
  return texts.some((text) => text.includes(plain(value)));
}

function emptyTally(): Tally {
  return { papers: 0, asked: {}, ours: {}, plain: {}, oursMs: [], plainMs: [] };
}

function figuresOf({ papers, asked, ours, plain: floor, oursMs, plainMs }: Tally): PrintFigures {
  const rates: PrintFigures['rates'] = {};
  for (const field of fields) {
    const all = asked[field];
    if (all === undefined) continue;
    rates[field] = { ours: percent(ours[field] ?? 0, all), tesseract: percent(floor[field] ?? 0, all) };
  }
  const [own, other] = [quantiles(oursMs).median, quantiles(plainMs).median];
  return { papers, rates, oursMs: own, tesseractMs: other, timeRatio: ratio(own, other) };
}
