import sharp from 'sharp';
import type { GrayPicture } from './gray-picture.ts';

export interface PixelBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A piece of a picture, enlarged and with its edges sharpened: what low resolution and soft focus took from modules. */
export async function enlarge(picture: GrayPicture, box: PixelBox, factor: number): Promise<GrayPicture> {
  const raw = { width: picture.width, height: picture.height, channels: 1 } as const;
  const { x, y, width, height } = box;
  const enlarged = sharp(picture.pixels, { raw })
    .extract({ left: x, top: y, width, height })
    .resize({ width: width * factor, height: height * factor, fit: 'fill', kernel: 'cubic' })
    .sharpen({ sigma: 1.5 * factor, m1: 4, m2: 4 })
    .extractChannel(0);
  const { data, info } = await enlarged.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}
