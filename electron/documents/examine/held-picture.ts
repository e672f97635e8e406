import { encodePage } from '../pages/encode-page.ts';
import { sharp } from '../pages/vips.ts';
import type { RasterPage } from '../raster-page.ts';

/**
 * An upright page that waits for its masking. A page of A4 is 26 MB of pixels: where a document has several, they are
 * packed without loss until then, as an office PC has 4 GB for everything.
 */
export interface HeldPicture {
  raster(): Promise<RasterPage>;
  asJpeg(): Promise<Uint8Array>;
}

export async function holdPicture(page: RasterPage, isPacked: boolean): Promise<HeldPicture> {
  if (!isPacked) return { raster: async () => page, asJpeg: () => encodePage(page, 'jpeg') };
  const { width, height, dotsPerInch } = page;
  const packed = await sharp(page.pixels, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 1, adaptiveFiltering: false })
    .toBuffer();
  const raster = async (): Promise<RasterPage> => {
    const pixels = await sharp(packed).raw().toBuffer();
    return { width, height, dotsPerInch, pixels: new Uint8Array(pixels) };
  };
  return { raster, asJpeg: async () => encodePage(await raster(), 'jpeg') };
}
