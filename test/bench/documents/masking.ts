import sharp from 'sharp';
import type { DocumentAssets } from '../../../electron/documents/document-assets.ts';
import { examineDocument } from '../../../electron/documents/examine-document.ts';
import { openPaddleEngine, type PaddleEngine } from '../../../electron/documents/ocr/paddle-engine.ts';
import type { RasterPage } from '../../../electron/documents/raster-page.ts';
import { cropPage } from '../../../electron/documents/reading/crop-page.ts';
import { digitOf } from '../../../shared/domain/documents/reading/digit-signs.ts';
import { corpusItem, type CorpusItem } from '../../support/corpus/make-corpus.ts';
import type { Mark } from '../../support/corpus/papers/drawing-sheet.ts';
import type { SamplePaperKind } from '../../support/corpus/papers.ts';
import { examineJob } from '../../support/documents/document-jobs.ts';
import { decodePage } from '../../support/documents/masked-page.ts';
import { scanAndPhone, type DocumentsBenchOptions } from './options.ts';
import { openPlainTesseract, type PlainTesseract } from './plain-tesseract.ts';
import { printTable } from './table.ts';

const kinds: readonly SamplePaperKind[] = ['aadhaar-front', 'aadhaar-back', 'aadhaar-old'];
/** Shorter pieces of a number stand in dates and house numbers too. */
const fewestDigits = 4;

export interface MaskingFigures {
  papers: number;
  /** Papers on whose masked copy an engine read four digits or more in a row of those that must not be read. */
  leaks: number;
  /** Papers that say of themselves that something is left. */
  residue: number;
  /** Papers for which a box by hand is asked for: these are not kept as they are. */
  wantsHand: number;
  /** Leaks on papers that say of themselves that all is well: none is allowed. */
  silentLeaks: number;
}

interface Engines {
  paddle: PaddleEngine;
  english: PlainTesseract;
}

/** Masks Aadhaar papers and reads the masked pictures again, by engines that know nothing of the masking. */
export async function benchMasking(
  { count, seed, damages }: DocumentsBenchOptions,
  assets: DocumentAssets,
): Promise<Record<string, MaskingFigures>> {
  const engines = {
    paddle: await openPaddleEngine(assets),
    english: await openPlainTesseract(assets, 'eng'),
  };
  const figures = new Map<string, MaskingFigures>();
  for (const damage of damages) {
    for (let place = 0; place < count * kinds.length; place += 1) {
      const item = await corpusItem({ seed: seed + 1, count, kinds, damages: [damage] }, place);
      const one = await maskOne(item, engines, assets);
      for (const name of [damage, ...(scanAndPhone.includes(damage) ? ['scan-and-phone'] : [])]) {
        figures.set(name, added(figures.get(name), one));
      }
      if (one.leaks > 0) console.log(`can be read on ${item.name} of seed ${seed + 1}`);
    }
  }
  await engines.paddle.release();
  printTable(
    ['masking', 'n', 'leaks', 'unnoticed', 'says residue', 'wants a hand'],
    [...figures].map(([name, { papers, leaks, silentLeaks, residue, wantsHand }]) => [
      ...[name, papers, leaks, silentLeaks, residue, wantsHand],
    ]),
  );
  return Object.fromEntries(figures);
}

async function maskOne(item: CorpusItem, engines: Engines, assets: DocumentAssets): Promise<MaskingFigures> {
  const context = { assets, progress: () => undefined, signal: new AbortController().signal };
  const examined = await examineDocument(examineJob(item.pages[0]?.bytes ?? Buffer.alloc(0)), context);
  if (!examined.ok) throw new Error(`The picture was not looked into: ${examined.error}`);
  const { residue, wantsHand } = examined.value.reading.masking;
  const raster = await decodePage(examined.value.maskedPages[0] ?? Buffer.alloc(0));
  const isLeak = await canBeRead({ ...raster, dotsPerInch: 300 }, item, engines);
  const isSilent = isLeak && residue === 0 && !wantsHand;
  return {
    papers: 1,
    leaks: isLeak ? 1 : 0,
    residue: residue > 0 ? 1 : 0,
    wantsHand: wantsHand ? 1 : 0,
    silentLeaks: isSilent ? 1 : 0,
  };
}

function added(a: MaskingFigures | undefined, b: MaskingFigures): MaskingFigures {
  if (!a) return b;
  return {
    papers: a.papers + b.papers,
    leaks: a.leaks + b.leaks,
    residue: a.residue + b.residue,
    wantsHand: a.wantsHand + b.wantsHand,
    silentLeaks: a.silentLeaks + b.silentLeaks,
  };
}

async function canBeRead(page: RasterPage, item: CorpusItem, engines: Engines): Promise<boolean> {
  const texts = [...(await textsOf(page, engines))];
  const marks = (item.pages[0]?.uprightMarks ?? []).filter(
    ({ what }) => what === 'number' || what === 'virtual-id',
  );
  for (const mark of marks) texts.push(...(await textsOf(await enlargedMark(page, mark), engines)));
  const pieces = piecesOf(item);
  return texts.some((text) => {
    const digits = Array.from(text, (sign) => digitOf(sign) ?? '').join('');
    return pieces.some((piece) => digits.includes(piece));
  });
}

async function textsOf(page: RasterPage, { paddle, english }: Engines): Promise<string[]> {
  const texts: string[] = [];
  for (const place of await paddle.findLines(page)) texts.push((await paddle.readLine(page, place)).text);
  for (const mode of ['6', '11'] as const) {
    texts.push(...english.readPage(page, mode).map(({ text }) => text));
  }
  return texts;
}

/** The place of a number and what is round it, three times as large. */
async function enlargedMark(page: RasterPage, { box }: Mark): Promise<RasterPage> {
  const x = Math.max(0, Math.floor(box.x - box.height));
  const y = Math.max(0, Math.floor(box.y - box.height));
  const width = Math.min(page.width - x, Math.ceil(box.width + 2 * box.height));
  const height = Math.min(page.height - y, Math.ceil(3 * box.height));
  const part = cropPage(page, { x, y, width, height });
  const { data, info } = await sharp(part.pixels, { raw: { width, height, channels: 3 } })
    .resize({ width: width * 3, kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data, dotsPerInch: 300 };
}

/** All pieces of what must not be read, but those that stand elsewhere on the paper by chance. */
function piecesOf({ person }: CorpusItem): string[] {
  const { bornOn, address, mobile, kioskCode, pan } = person;
  const secrets = [person.aadhaar().slice(0, 8), person.virtualId()?.slice(0, 12) ?? ''];
  const [year = '', month = '', day = ''] = bornOn.split('-');
  const open = [
    ...[day + month + year, year, address.pinCode, mobile, kioskCode, pan, '1947'],
    ...[person.aadhaar().slice(-4), person.virtualId()?.slice(-4) ?? ''],
  ].map((text) => text.replace(/\D/g, ''));
  return secrets.flatMap((secret) =>
    Array.from({ length: Math.max(0, secret.length - fewestDigits + 1) }, (_, at) =>
      secret.slice(at, at + fewestDigits),
    ).filter((piece) => !open.some((text) => text.includes(piece))),
  );
}
