import sharp from 'sharp';
import type { Mark, PixelBox } from '../corpus/papers/drawing-sheet.ts';
import { fromSharp, type Raster } from '../corpus/damage/raster.ts';

export async function decodePage(bytes: Uint8Array): Promise<Raster> {
  return fromSharp(sharp(bytes));
}

/** The pieces of a PNG by their names; what is neither picture nor size could tell of the original. */
export function pngChunks(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes);
  const names: string[] = [];
  for (let at = 8; at + 8 <= buffer.length; at += 12 + buffer.readUInt32BE(at)) {
    names.push(buffer.toString('latin1', at + 4, at + 8));
  }
  return [...new Set(names)];
}

/** Where the secret digits of a number or a virtual id must be black: the middle of their place, after any label. */
export function secretPart({ what, box }: Mark): PixelBox {
  const [from, to] = what === 'virtual-id' ? [0.27, 0.68] : [0.06, 0.58];
  return {
    x: box.x + box.width * from,
    y: box.y + box.height * 0.3,
    width: box.width * (to - from),
    height: box.height * 0.4,
  };
}

/** The share of a place's pixels that are black, 0 to 1. */
export function blackShare({ width, pixels }: Raster, box: PixelBox): number {
  let [black, all] = [0, 0];
  for (let y = Math.round(box.y); y < box.y + box.height; y += 1) {
    for (let x = Math.round(box.x); x < box.x + box.width; x += 1) {
      all += 1;
      const at = (y * width + x) * 3;
      if ((pixels[at] ?? 255) + (pixels[at + 1] ?? 255) + (pixels[at + 2] ?? 255) < 48) black += 1;
    }
  }
  return all === 0 ? 0 : black / all;
}
