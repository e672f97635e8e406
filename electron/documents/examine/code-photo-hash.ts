import { sharp } from '../pages/vips.ts';
import { photoHash } from '../fingerprint/page-hash.ts';

/** The fingerprint of the photo in a code; null where there is none. @param photo PNG or JPEG, base64. */
export async function codePhotoHash(photo: string | null): Promise<string | null> {
  if (photo === null) return null;
  const picture = sharp(Buffer.from(photo, 'base64'), { limitInputPixels: 1_000_000 }).removeAlpha();
  const { data, info } = await picture.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) return null;
  const { width, height } = info;
  return photoHash({ width, height, pixels: new Uint8Array(data), dotsPerInch: null });
}
