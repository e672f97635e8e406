import sharp, { type Sharp } from 'sharp';
import type { GrayPicture } from './gray-picture.ts';

export interface PixelBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A piece of a picture, enlarged and with its edges sharpened: what low resolution and soft focus took from modules. */
export async function enlarge(picture: GrayPicture, box: PixelBox, factor: number): Promise<GrayPicture> {
  return pixelsOf(resized(picture, box, factor, 'cubic').sharpen({ sigma: 1.5 * factor, m1: 4, m2: 4 }));
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
  const raw = { width: picture.width, height: picture.height, channels: 1 } as const;
  const { x, y, width, height } = box;
  return sharp(picture.pixels, { raw })
    .extract({ left: x, top: y, width, height })
    .resize({ width: width * factor, height: height * factor, fit: 'fill', kernel });
}

async function pixelsOf(picture: Sharp): Promise<GrayPicture> {
  const { data, info } = await picture.extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}
