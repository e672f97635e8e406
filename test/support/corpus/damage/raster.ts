import sharp, { type Sharp } from 'sharp';
import type { Sheet } from '../papers/drawing-sheet.ts';
import { inverted, type Homography } from './homography.ts';

/** Three bytes a pixel, row by row. */
export interface Raster {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** The sheet as pixels, sharp. Sheets are drawn at 300 dots an inch. */
export async function renderSheet(sheet: Sheet, dotsPerInch: number): Promise<Raster> {
  const width = Math.round((sheet.width * dotsPerInch) / 300);
  const height = Math.round((sheet.height * dotsPerInch) / 300);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${sheet.width} ${sheet.height}">${sheet.content}</svg>`;
  return fromSharp(sharp(Buffer.from(svg), { unlimited: true }).flatten({ background: '#fff' }));
}

export async function fromSharp(picture: Sharp): Promise<Raster> {
  const { data, info } = await picture
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

export function toSharp({ width, height, pixels }: Raster): Sharp {
  return sharp(pixels, { raw: { width, height, channels: 3 }, limitInputPixels: false });
}

type Colour = readonly [red: number, green: number, blue: number];

/** The source seen through a map into a canvas; what lies beside the source has the ground's colour. */
export function warp(source: Raster, map: Homography, width: number, height: number, ground: Colour): Raster {
  const pixels = new Uint8Array(width * height * 3);
  const [a, b, c, d, e, f, g, h, i] = inverted(map);
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const depth = g * x + h * y + i;
      sample(source, (a * x + b * y + c) / depth, (d * x + e * y + f) / depth, ground, pixels, at);
      at += 3;
    }
  }
  return { width, height, pixels };
}

/** Between the four nearest pixels. */
function sample(
  { width, height, pixels }: Raster,
  x: number,
  y: number,
  ground: Colour,
  into: Uint8Array,
  at: number,
): void {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) {
    into.set(ground, at);
    return;
  }
  const [right, below] = [x - left, y - top];
  const first = (top * width + left) * 3;
  const second = first + width * 3;
  for (let channel = 0; channel < 3; channel += 1) {
    const upper = mixed(pixels[first + channel], pixels[first + 3 + channel], right);
    const lower = mixed(pixels[second + channel], pixels[second + 3 + channel], right);
    into[at + channel] = upper + (lower - upper) * below + 0.5;
  }
}

function mixed(one = 0, other = 0, share: number): number {
  return one + (other - one) * share;
}
