import { documentLimits, type DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { RasterPage } from '../raster-page.ts';
import type { PageOptions } from './opened-document.ts';
import { sharp } from './vips.ts';

/** Cameras and editors write 72 where they know nothing: it is not taken for a resolution. */
const saidByDefault = 72;

/** Orientations of EXIF from this one on lie on their side. */
const firstSideways = 5;

/**
 * Decodes one picture of a JPEG, PNG or TIFF.
 * @param directory which of a TIFF's pictures
 */
export async function decodeRaster(
  bytes: Uint8Array,
  directory: number,
  { maxDpi }: PageOptions,
): Promise<Result<RasterPage, DocumentFault>> {
  try {
    const picture = sharp(bytes, {
      page: directory,
      pages: 1,
      autoOrient: true,
      limitInputPixels: documentLimits.pagePixels,
      // A picture that was cut short is refused; a tag that nobody knows is not: scanners write many.
      failOn: 'error',
      sequentialRead: true,
    });
    const { width, height, density = 0, orientation = 1 } = await picture.metadata();
    const dotsPerInch = density > saidByDefault ? density : null;
    const scale = dotsPerInch !== null && maxDpi !== undefined ? Math.min(1, maxDpi / dotsPerInch) : 1;
    const upright = orientation >= firstSideways ? height : width;
    if (scale < 1) picture.resize({ width: Math.max(1, Math.round(upright * scale)) });
    const { data, info } = await picture
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return ok({
      width: info.width,
      height: info.height,
      pixels: asRgb(data, info.channels),
      dotsPerInch: dotsPerInch === null ? null : Math.round(dotsPerInch * scale),
    });
  } catch (error) {
    return fail(faultOf(error));
  }
}

/** Grey pictures may come out with one channel a pixel. */
function asRgb(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return data;
  if (channels !== 1) throw new Error(`${channels} channels a pixel`);
  const pixels = new Uint8Array(data.length * 3);
  for (let at = 0; at < data.length; at++) pixels.fill(data[at] ?? 0, at * 3, at * 3 + 3);
  return pixels;
}

function faultOf(error: unknown): DocumentFault {
  return error instanceof Error && error.message.includes('pixel limit') ? 'too-many-pixels' : 'damaged';
}
