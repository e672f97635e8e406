import type { PaddleEngine } from '../ocr/paddle-engine.ts';
import { boxOfLine, type PixelBox, type SlantedBox } from '../ocr/text-line.ts';
import type { RasterPage } from '../raster-page.ts';
import { cropPage } from './crop-page.ts';

/**
 * The long side, in pixels, at which a page is looked at: the time grows with its square, and below the first look lines
 * run into each other. The closest look still finds the small print of an A4 page.
 */
const looks = { first: 960, closest: 1600 };
/** Below it, in pixels of a look, letters are too small to be told apart; a closer look brings them to `goodLetter`. */
const smallestLetter = 13;
const goodLetter = 17;

/** The lines of a page. A card that lies on a large sheet, or small print, is looked at a second time from nearer. */
export async function findPageLines(paddle: PaddleEngine, page: RasterPage): Promise<SlantedBox[]> {
  const long = Math.max(page.width, page.height);
  const first = await paddle.findLines(page, looks.first);
  if (first.length === 0 || long <= looks.first) return first;
  const area = printedArea(first, page);
  const isInCorner = Math.max(area.width, area.height) < 0.66 * long;
  const letter = smallLetter(first);
  if (!isInCorner && (letter * looks.first) / long >= smallestLetter) return first;
  const closer = (Math.max(area.width, area.height) * goodLetter) / letter;
  const second = await paddle.findLines(
    cropPage(page, area),
    isInCorner ? looks.first : Math.round(Math.min(looks.closest, Math.max(looks.first, closer))),
  );
  return second.map((place) => ({
    ...place,
    centreX: place.centreX + area.x,
    centreY: place.centreY + area.y,
  }));
}

/** The height below which a third of the lines lie, in pixels of the page. */
function smallLetter(places: readonly SlantedBox[]): number {
  const heights = places.map(({ height }) => height).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 3)] ?? 1;
}

/** The part of a page that holds some lines, in whole pixels, with a margin. */
export function printedArea(places: readonly SlantedBox[], page: RasterPage): PixelBox {
  return withMargin(unionOf(places.map((place) => boxOfLine({ place }))), page);
}

function unionOf(boxes: PixelBox[]): PixelBox {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

function withMargin(box: PixelBox, page: RasterPage): PixelBox {
  const margin = 0.04 * Math.max(page.width, page.height);
  const x = Math.max(0, Math.floor(box.x - margin));
  const y = Math.max(0, Math.floor(box.y - margin));
  return {
    x,
    y,
    width: Math.min(page.width, Math.ceil(box.x + box.width + margin)) - x,
    height: Math.min(page.height, Math.ceil(box.y + box.height + margin)) - y,
  };
}
