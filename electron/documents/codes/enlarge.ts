import sharp, { type Sharp } from 'sharp';
import type { GrayPicture } from './gray-picture.ts';

export interface PixelBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** An edge's contrast is multiplied by this, and a pixel brightened or darkened by so many levels of 255 at most. */
const sharpening = { factor: 4, brighten: 25, darken: 51 };

/**
 * A piece of a picture, enlarged and with its edges sharpened: what low resolution and soft focus took from modules. The
 * library's own sharpening takes four times as long: it turns grey into a space of colours and back.
 */
export async function enlarge(picture: GrayPicture, box: PixelBox, factor: number): Promise<GrayPicture> {
  const large = await pixelsOf(resized(picture, box, factor, 'cubic'));
  const soft = await pixelsOf(asSharp(large).blur(1.5 * factor));
  const pixels = new Uint8ClampedArray(large.pixels.length);
  for (let at = 0; at < pixels.length; at += 1) {
    const level = large.pixels[at] ?? 0;
    const edge = sharpening.factor * (level - (soft.pixels[at] ?? 0));
    pixels[at] = level + Math.min(sharpening.brighten, Math.max(-sharpening.darken, edge));
  }
  return { ...large, pixels: new Uint8Array(pixels.buffer) };
}

/** A piece of a picture, enlarged and otherwise as it was. */
export async function enlargeSmoothly(
  picture: GrayPicture,
  box: PixelBox,
  factor: number,
): Promise<GrayPicture> {
  return pixelsOf(resized(picture, box, factor, 'lanczos3'));
}

function resized(picture: GrayPicture, box: PixelBox, factor: number, kernel: 'cubic' | 'lanczos3'): Sharp {
  const { x, y, width, height } = box;
  return asSharp(picture)
    .extract({ left: x, top: y, width, height })
    .resize({ width: width * factor, height: height * factor, fit: 'fill', kernel });
}

function asSharp({ width, height, pixels }: GrayPicture): Sharp {
  return sharp(pixels, { raw: { width, height, channels: 1 } });
}

async function pixelsOf(picture: Sharp): Promise<GrayPicture> {
  const { data, info } = await picture.extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}
