import type { PixelBox } from '../ocr/text-line.ts';
import type { RasterPage } from '../raster-page.ts';

/** A part of a page; the box in whole pixels within it. */
export function cropPage(page: RasterPage, box: PixelBox): RasterPage {
  const pixels = new Uint8Array(box.width * box.height * 3);
  for (let y = 0; y < box.height; y += 1) {
    const from = ((box.y + y) * page.width + box.x) * 3;
    pixels.set(page.pixels.subarray(from, from + box.width * 3), y * box.width * 3);
  }
  return { width: box.width, height: box.height, pixels, dotsPerInch: page.dotsPerInch };
}
