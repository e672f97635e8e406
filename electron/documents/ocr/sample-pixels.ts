import type { RasterPage } from '../raster-page.ts';
import type { SlantedBox } from './text-line.ts';

/** A page scaled to another size by averaging what falls into each pixel; enlarging takes the nearest. */
export function scalePage(page: RasterPage, width: number, height: number): RasterPage {
  const pixels = new Uint8Array(width * height * 3);
  const sums = new Uint32Array(width * 3);
  const columns = spansOf(page.width, width);
  const rows = spansOf(page.height, height);
  for (let y = 0; y < height; y += 1) {
    const [top = 0, bottom = 0] = [rows[2 * y], rows[2 * y + 1]];
    sums.fill(0);
    for (let row = top; row < bottom; row += 1) addRow(page.pixels, row * page.width * 3, columns, sums);
    for (let x = 0, at = y * width * 3; x < width; x += 1, at += 3) {
      const count = ((columns[2 * x + 1] ?? 0) - (columns[2 * x] ?? 0)) * (bottom - top);
      pixels[at] = (sums[3 * x] ?? 0) / count;
      pixels[at + 1] = (sums[3 * x + 1] ?? 0) / count;
      pixels[at + 2] = (sums[3 * x + 2] ?? 0) / count;
    }
  }
  const scale = width / page.width;
  return { width, height, pixels, dotsPerInch: page.dotsPerInch === null ? null : page.dotsPerInch * scale };
}

/** For each pixel of the new size, where its pixels of the old begin and end: one after the other in one list. */
function spansOf(from: number, to: number): Uint32Array {
  const spans = new Uint32Array(2 * to);
  for (let at = 0; at < to; at += 1) {
    const start = Math.floor((at * from) / to);
    spans[2 * at] = start;
    spans[2 * at + 1] = Math.max(start + 1, Math.floor(((at + 1) * from) / to));
  }
  return spans;
}

/** Runs over each pixel of the page. */
function addRow(pixels: Uint8Array, row: number, columns: Uint32Array, sums: Uint32Array): void {
  for (let column = 0, to = 0; column < columns.length; column += 2, to += 3) {
    const end = row + (columns[column + 1] ?? 0) * 3;
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let from = row + (columns[column] ?? 0) * 3; from < end; from += 3) {
      red += pixels[from] ?? 0;
      green += pixels[from + 1] ?? 0;
      blue += pixels[from + 2] ?? 0;
    }
    sums[to] = (sums[to] ?? 0) + red;
    sums[to + 1] = (sums[to + 1] ?? 0) + green;
    sums[to + 2] = (sums[to + 2] ?? 0) + blue;
  }
}

/**
 * A slanted place set upright and brought to a height: the picture of one line. Where it is made smaller, several
 * points of the page are averaged for each pixel, or thin strokes would fall between the points.
 */
export function cutOut(page: RasterPage, place: SlantedBox, height: number): RasterPage {
  const scale = place.height / height;
  const width = Math.max(1, Math.round(place.width / scale));
  const steps = Math.max(1, Math.min(4, Math.round(scale)));
  const cos = Math.cos(place.angle);
  const sin = Math.sin(place.angle);
  const pixels = new Uint8Array(width * height * 3);
  const sum = new Float64Array(3);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 3) {
      sum.fill(0);
      for (let sub = 0; sub < steps * steps; sub += 1) {
        const along = (x + ((sub % steps) + 0.5) / steps) * (place.width / width) - place.width / 2;
        const across = (y + (Math.floor(sub / steps) + 0.5) / steps) * scale - place.height / 2;
        const px = place.centreX + along * cos - across * sin;
        const py = place.centreY + along * sin + across * cos;
        addPoint(page, px - 0.5, py - 0.5, sum);
      }
      for (let channel = 0; channel < 3; channel += 1) {
        pixels[at + channel] = (sum[channel] ?? 0) / (steps * steps) + 0.5;
      }
    }
  }
  return { width, height, pixels, dotsPerInch: null };
}

/** Adds the colour at a point between pixels; outside the page its edge goes on. Runs for each pixel of each line. */
function addPoint({ width, height, pixels }: RasterPage, x: number, y: number, sum: Float64Array): void {
  const clampedX = Math.min(Math.max(x, 0), width - 1);
  const clampedY = Math.min(Math.max(y, 0), height - 1);
  const left = Math.floor(clampedX);
  const top = Math.floor(clampedY);
  const fx = clampedX - left;
  const fy = clampedY - top;
  const across = left + 1 < width ? 3 : 0;
  const down = top + 1 < height ? width * 3 : 0;
  const at = (top * width + left) * 3;
  for (let channel = 0; channel < 3; channel += 1) {
    const from = at + channel;
    const above = (pixels[from] ?? 0) * (1 - fx) + (pixels[from + across] ?? 0) * fx;
    const below = (pixels[from + down] ?? 0) * (1 - fx) + (pixels[from + down + across] ?? 0) * fx;
    sum[channel] = (sum[channel] ?? 0) + above * (1 - fy) + below * fy;
  }
}
