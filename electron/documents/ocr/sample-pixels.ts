import type { RasterPage } from '../raster-page.ts';
import type { SlantedBox } from './text-line.ts';

/** A page scaled to another size by averaging what falls into each pixel; enlarging takes the nearest. */
export function scalePage(page: RasterPage, width: number, height: number): RasterPage {
  const pixels = new Uint8Array(width * height * 3);
  const lefts = Array.from({ length: width + 1 }, (_, x) => Math.floor((x * page.width) / width));
  for (let y = 0; y < height; y += 1) {
    const top = Math.floor((y * page.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * page.height) / height));
    for (let x = 0; x < width; x += 1) {
      const left = lefts[x] ?? 0;
      const right = Math.max(left + 1, lefts[x + 1] ?? 0);
      averageInto(pixels, (y * width + x) * 3, page, left, top, right, bottom);
    }
  }
  const scale = width / page.width;
  return { width, height, pixels, dotsPerInch: page.dotsPerInch === null ? null : page.dotsPerInch * scale };
}

function averageInto(
  pixels: Uint8Array,
  at: number,
  page: RasterPage,
  left: number,
  top: number,
  right: number,
  bottom: number,
): void {
  let [red, green, blue] = [0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    let from = (y * page.width + left) * 3;
    for (let x = left; x < right; x += 1, from += 3) {
      red += page.pixels[from] ?? 0;
      green += page.pixels[from + 1] ?? 0;
      blue += page.pixels[from + 2] ?? 0;
    }
  }
  const count = (right - left) * (bottom - top);
  pixels[at] = red / count;
  pixels[at + 1] = green / count;
  pixels[at + 2] = blue / count;
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
