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
  /** A number that passes and that nobody knew of; else a piece of one that is known. */
  isWhole: boolean;
  /** Seen by the second engine as it looked over the page. */
  isGlimpse: boolean;
}

/** The size at which the second engine reads a whole page once more. */
const secondLongSide = 1280;
/** Shorter pieces of a number stand in dates and house numbers too. */
const fewestDigits = 4;

/**
 * What both engines can still read of the secrets after the masking: round everything that was burned, and by the
 * second engine, which sees lines that the first passed over, in all that is printed. Elsewhere nothing has changed since
 * the first engine read it.
 * @param secrets the digits that must not be readable: never the last four.
 * @param printed the part of the page that the second engine looks over; null where it need not.
 */
export async function leaksOn(
  page: RasterPage,
  burned: readonly PixelBox[],
  secrets: readonly string[],
  engines: OcrEngines,
  printed: PixelBox | null,
): Promise<Leak[]> {
  const paddle = await engines.paddle();
  const tesseract = await engines.tesseract();
  const glance = printed === null ? [] : leaksByGlance(page, printed, secrets, tesseract);
  const second: Promise<TextLine>[] = [];
  const lines: TextLine[] = [];
  for (const band of bandsRound(burned, page)) {
    const places = await paddle.findLines(cropPage(page, band));
    for (const place of places.map((each) => shifted(each, band))) {
      second.push(tesseract.readLine(page, place, 'eng'));
      lines.push(await paddle.readLine(page, place));
    }
  }
  lines.push(...(await Promise.all(second)));
  return [...lines.flatMap((line) => leaksInLine(line, secrets)), ...(await glance)];
}

async function leaksByGlance(
  page: RasterPage,
  area: PixelBox,
  secrets: readonly string[],
  tesseract: TesseractEngine,
): Promise<Leak[]> {
  const part = cropPage(page, area);
  const shrink = Math.min(1, secondLongSide / Math.max(part.width, part.height));
  const seen =
    shrink === 1 ? part : scalePage(part, Math.round(part.width * shrink), Math.round(part.height * shrink));
  return (await tesseract.readPage(seen, 'eng'))
    .map((line) => ({ ...line, place: shifted(scaled(line.place, part.width / seen.width), area) }))
    .flatMap((line) => leaksInLine(line, secrets))
    .map((leak) => ({ ...leak, isGlimpse: true }));
}

function scaled({ centreX, centreY, width, height, angle }: SlantedBox, by: number): SlantedBox {
  return { centreX: centreX * by, centreY: centreY * by, width: width * by, height: height * by, angle };
}

function shifted(place: SlantedBox, by: PixelBox): SlantedBox {
  return { ...place, centreX: place.centreX + by.x, centreY: place.centreY + by.y };
}

/** A piece of a secret, or a whole number that nobody knew of. */
function leaksInLine({ characters, place }: TextLine, secrets: readonly string[]): Leak[] {
  const piece = readablePiece(characters, secrets, fewestDigits);
  const unknown = findNumbers(characters.map(({ text }) => text))
    .filter(({ isCertain }) => isCertain)
    .map(({ kind, places }) => ({
      ...{ count: places.length - 4, first: places[0] ?? 0, last: places.at(-5) ?? 0 },
      isWhole: kind === 'number',
    }));
  const pieces = piece === null ? [] : [{ ...piece, isWhole: false }];
  return [...pieces, ...unknown].map(({ count, first, last, isWhole }) => ({
    ...{ count, isWhole },
    place: regionOf(place, characters, first, last),
    isGlimpse: false,
  }));
}
