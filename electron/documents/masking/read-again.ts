import { findNumbers } from '../../../shared/domain/documents/reading/find-numbers.ts';
import type { OcrEngines } from '../ocr/ocr-engines.ts';
import { scalePage } from '../ocr/sample-pixels.ts';
import type { TesseractEngine } from '../ocr/tesseract-engine.ts';
import type { PixelBox, SlantedBox, TextLine } from '../ocr/text-line.ts';
import type { RasterPage } from '../raster-page.ts';
import { cropPage } from '../reading/crop-page.ts';
import { bandsRound } from './bands-round.ts';
import { regionOf } from './number-region.ts';
import { readablePiece } from './readable-digits.ts';

export interface Leak {
  /** Digits that can still be read. */
  count: number;
  place: SlantedBox;
}

/** The size at which the second engine reads a whole page once more. */
const secondLongSide = 1600;
/** Shorter pieces of a number stand in dates and house numbers too. */
const fewestDigits = 4;

/**
 * What both engines can still read of the secrets after the masking: round everything that was burned, and by the
 * second engine, which sees lines that the first passed over, on the whole page. Elsewhere nothing has changed since
 * the first engine read it.
 * @param secrets the digits that must not be readable: never the last four.
 */
export async function leaksOn(
  page: RasterPage,
  burned: readonly PixelBox[],
  secrets: readonly string[],
  engines: OcrEngines,
  wholePage: boolean,
): Promise<Leak[]> {
  const paddle = await engines.paddle();
  const tesseract = await engines.tesseract();
  const leaks: Leak[] = [];
  for (const band of bandsRound(burned, page)) {
    const places = await paddle.findLines(cropPage(page, band));
    for (const place of places.map((each) => shifted(each, band))) {
      for (const line of [await paddle.readLine(page, place), tesseract.readLine(page, place, 'eng')]) {
        leaks.push(...leaksInLine(line, secrets));
      }
    }
  }
  if (wholePage) leaks.push(...leaksByGlance(page, secrets, tesseract));
  return leaks;
}

function leaksByGlance(page: RasterPage, secrets: readonly string[], tesseract: TesseractEngine): Leak[] {
  const shrink = Math.min(1, secondLongSide / Math.max(page.width, page.height));
  const seen =
    shrink === 1 ? page : scalePage(page, Math.round(page.width * shrink), Math.round(page.height * shrink));
  return tesseract
    .readPage(seen, 'eng')
    .flatMap((line) => leaksInLine(enlarged(line, page.width / seen.width), secrets));
}

function shifted(place: SlantedBox, by: PixelBox): SlantedBox {
  return { ...place, centreX: place.centreX + by.x, centreY: place.centreY + by.y };
}

/** A piece of a secret, or a whole number that nobody knew of. */
function leaksInLine({ characters, place }: TextLine, secrets: readonly string[]): Leak[] {
  const piece = readablePiece(characters, secrets, fewestDigits);
  const unknown = findNumbers(characters.map(({ text }) => text))
    .filter(({ isCertain }) => isCertain)
    .map(({ places }) => ({ count: places.length - 4, first: places[0] ?? 0, last: places.at(-5) ?? 0 }));
  return [...(piece === null ? [] : [piece]), ...unknown].map(({ count, first, last }) => ({
    count,
    place: regionOf(place, characters, first, last),
  }));
}

function enlarged(line: TextLine, by: number): TextLine {
  const { centreX, centreY, width, height, angle } = line.place;
  return {
    ...line,
    place: { centreX: centreX * by, centreY: centreY * by, width: width * by, height: height * by, angle },
  };
}
