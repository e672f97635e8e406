import type { PaddleEngine } from '../ocr/paddle-engine.ts';
import { boxOfLine, type PixelBox, type SlantedBox } from '../ocr/text-line.ts';
import type { RasterPage } from '../raster-page.ts';
import { cropPage } from './crop-page.ts';

/** The size at which the small print of a large page is still found. */
const closeLook = 1600;
/** Below it, in pixels of the first look, letters are too small to be told apart. */
const smallestLetter = 13;

/**
 * The lines of a page. A card that lies on a large sheet, or small print, is looked at a second time from nearer: the
 * first look is at 960 pixels of the long side.
 */
export async function findPageLines(paddle: PaddleEngine, page: RasterPage): Promise<SlantedBox[]> {
  const first = await paddle.findLines(page);
  if (first.length === 0) return first;
  const shrink = Math.min(1, 960 / Math.max(page.width, page.height));
  if (shrink === 1) return first;
  const area = printedArea(first, page);
  const isInCorner = Math.max(area.width, area.height) < 0.66 * Math.max(page.width, page.height);
  const heights = first.map(({ height }) => height * shrink).sort((a, b) => a - b);
  const isSmall = (heights[Math.floor(heights.length / 3)] ?? 0) < smallestLetter;
  if (!isInCorner && !isSmall) return first;
  const part = cropPage(page, area);
  const second = await paddle.findLines(part, isInCorner ? 960 : closeLook);
  return second.map((place) => ({
    ...place,
    centreX: place.centreX + area.x,
    centreY: place.centreY + area.y,
  }));
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
