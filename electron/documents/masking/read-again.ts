import { findNumbers } from '../../../shared/domain/documents/reading/find-numbers.ts';
import type { OcrEngines } from '../ocr/ocr-engines.ts';
import { scalePage } from '../ocr/sample-pixels.ts';
import { boxOfLine, type PixelBox, type SlantedBox, type TextLine } from '../ocr/text-line.ts';
import type { RasterPage } from '../raster-page.ts';
import { findPageLines } from '../reading/find-page-lines.ts';
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
 * What both engines can still read of the secrets after the masking: the lines that touch what was burned, all lines
 * that are new, and by the second engine the whole page.
 * @param secrets the digits that must not be readable: never the last four.
 * @param known the lines that were read before, which need no second reading where nothing was burned.
 */
export async function leaksOn(
  page: RasterPage,
  burned: readonly PixelBox[],
  secrets: readonly string[],
  known: readonly TextLine[],
  engines: OcrEngines,
  wholePage: boolean,
): Promise<Leak[]> {
  const paddle = await engines.paddle();
  const tesseract = await engines.tesseract();
  const untouched = known.map(boxOfLine).filter((box) => !burned.some((other) => touches(box, other)));
  const leaks: Leak[] = [];
  for (const place of await findPageLines(paddle, page)) {
    const box = boxOfLine({ place });
    if (untouched.some((other) => isMostlyIn(box, other))) continue;
    for (const line of [await paddle.readLine(page, place), tesseract.readLine(page, place, 'eng')]) {
      leaks.push(...leaksInLine(line, secrets));
    }
  }
  if (wholePage) {
    const shrink = Math.min(1, secondLongSide / Math.max(page.width, page.height));
    const seen =
      shrink === 1
        ? page
        : scalePage(page, Math.round(page.width * shrink), Math.round(page.height * shrink));
    for (const line of tesseract.readPage(seen, 'eng')) {
      leaks.push(...leaksInLine(enlarged(line, 1 / shrink), secrets));
    }
  }
  return leaks;
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

function touches(a: PixelBox, b: PixelBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isMostlyIn(box: PixelBox, other: PixelBox): boolean {
  const width = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
  const height = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
  return width > 0 && height > 0 && width * height > 0.7 * box.width * box.height;
}
