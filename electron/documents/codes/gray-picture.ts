import type { RasterPage } from '../raster-page.ts';

/** One byte a pixel. */
export interface GrayPicture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/**
 * The brightness of a page, each pixel of the result the mean of `factor` × `factor` of the page's. Remainders at the
 * right and lower edge are left out.
 */
export function grayPicture(page: RasterPage, factor = 1): GrayPicture {
  if (factor === 1) return grayAsItIs(page);
  const width = Math.floor(page.width / factor);
  const height = Math.floor(page.height / factor);
  const pixels = new Uint8Array(width * height);
  const area = factor * factor * 1024;
  const row = new Float64Array(width);
  for (let y = 0; y < height; y += 1) {
    row.fill(0);
    for (let line = y * factor; line < (y + 1) * factor; line += 1) addLine(page, line, factor, row);
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = (row[x] ?? 0) / area + 0.5;
  }
  return { width, height, pixels };
}

/** In whole numbers: nearly all pages come this way, and it takes a third of the time. */
function grayAsItIs({ width, height, pixels: source }: RasterPage): GrayPicture {
  const pixels = new Uint8Array(width * height);
  for (let to = 0, from = 0; to < pixels.length; to += 1, from += 3) {
    pixels[to] = (brightness(source, from) + 512) >> 10;
  }
  return { width, height, pixels };
}

/** By Rec. 601's weights, in 1/1024. */
function brightness(pixels: Uint8Array, at: number): number {
  return 306 * (pixels[at] ?? 0) + 601 * (pixels[at + 1] ?? 0) + 117 * (pixels[at + 2] ?? 0);
}

/** Adds a line of the page to the sums of a row. */
function addLine(page: RasterPage, line: number, factor: number, row: Float64Array): void {
  const source = page.pixels;
  let at = line * page.width * 3;
  for (let x = 0; x < row.length; x += 1) {
    let sum = 0;
    for (let step = 0; step < factor; step += 1, at += 3) sum += brightness(source, at);
    row[x] = (row[x] ?? 0) + sum;
  }
}
