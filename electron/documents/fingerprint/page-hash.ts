import type { RasterPage } from '../raster-page.ts';
import { sharp } from '../pages/vips.ts';
import { dctHash } from './dct-hash.ts';

/** One line of print on a page of A4 has twice of it, an empty page with a scanner's noise and shadows a third. */
const leastContrast = 0.04;

/**
 * The fingerprint of a page (a `perceptualHash`): nearly the same for copies of one scan, however compressed, shrunk,
 * blurred or brightened. It looks at details of some millimetres: two forms of one print, filled differently, have all
 * the coarser ones in common. Null for an empty page: they are all alike.
 */
export async function pageHash(page: RasterPage): Promise<string | null> {
  const { hash, contrast } = dctHash(await greySquare(page, 128), 128, 4);
  return contrast < leastContrast ? null : hash;
}

/** The fingerprint of a portrait, by its coarse shapes: a photo in a code has 60 × 60 pixels and no details. */
export async function photoHash(photo: RasterPage): Promise<string> {
  return dctHash(await greySquare(photo, 64), 64, 1).hash;
}

async function greySquare({ width, height, pixels }: RasterPage, side: number): Promise<Uint8Array> {
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(side, side, { fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
}
