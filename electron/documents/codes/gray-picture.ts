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

/** In whole numbers, and nearly all pages come this way: a fifth of the time. */
function grayAsItIs({ width, height, pixels: source }: RasterPage): GrayPicture {
  const pixels = new Uint8Array(width * height);
  for (let to = 0, from = 0; to < pixels.length; to += 1, from += 3) {
    const sum = 306 * (source[from] ?? 0) + 601 * (source[from + 1] ?? 0) + 117 * (source[from + 2] ?? 0);
    pixels[to] = (sum + 512) >> 10;
  }
  return { width, height, pixels };
}

/** Adds a line of the page to the sums of a row, by Rec. 601's weights in 1/1024. */
function addLine(page: RasterPage, line: number, factor: number, row: Float64Array): void {
  const source = page.pixels;
  let at = line * page.width * 3;
  for (let x = 0; x < row.length; x += 1) {
    let sum = 0;
    for (let step = 0; step < factor; step += 1, at += 3)
      sum += 306 * (source[at] ?? 0) + 601 * (source[at + 1] ?? 0) + 117 * (source[at + 2] ?? 0);
    row[x] = (row[x] ?? 0) + sum;
  }
}
