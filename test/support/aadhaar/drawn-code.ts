import sharp from 'sharp';
import { renderSVG } from 'uqr';
import type { RasterPage } from '../../../electron/documents/raster-page.ts';

export interface DrawnOn {
  width: number;
  height: number;
  dotsPerInch: number | null;
  /** Where the code is drawn, in pixels. */
  left: number;
  top: number;
  side: number;
  /** Degrees, clockwise. */
  turn?: number;
}

/** A white page with one code on it, as a soft and slightly noisy JPEG of a scanner would give it. */
export async function pageWithCode(text: string, on: DrawnOn): Promise<RasterPage> {
  const svg = renderSVG(text, { ecc: 'L', pixelSize: 8, border: 4 });
  const turned = sharp(Buffer.from(svg))
    .resize(on.side)
    .rotate(on.turn ?? 0, { background: '#fff' });
  const code = await turned.flatten({ background: '#fff' }).png().toBuffer();
  const { width, height, dotsPerInch } = on;
  const page = sharp({ create: { width, height, channels: 3, background: '#fff' } });
  const drawn = await page
    .composite([{ input: code, left: on.left, top: on.top }])
    .png()
    .toBuffer();
  const scanned = await sharp(drawn).blur(0.5).jpeg({ quality: 80 }).toBuffer();
  const { data } = await sharp(scanned).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width, height, pixels: new Uint8Array(data), dotsPerInch };
}
