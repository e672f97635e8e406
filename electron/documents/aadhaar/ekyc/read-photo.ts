import sharp from 'sharp';
import type { DocumentAssets } from '../../document-assets.ts';
import { decodePhoto } from '../decode-photo.ts';

/** Such photos have some 160 × 200 pixels and 10 KB. */
const largest = { encoded: 256 * 1024, pixels: 1_000_000, side: 480 };

/**
 * The photo of an e-KYC file, a JPEG (rarely a JPEG 2000) in base64, drawn anew without its metadata. Null where it is
 * none or larger than such photos are.
 */
export async function readPhoto(base64: string, assets: DocumentAssets): Promise<string | null> {
  if (base64.length > largest.encoded) return null;
  const bytes = Buffer.from(base64.replace(/\s/g, ''), 'base64');
  if (bytes[0] === 0xff && bytes[1] === 0x4f) return decodePhoto(bytes, assets);
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  try {
    const picture = sharp(bytes, { limitInputPixels: largest.pixels });
    const fitting = picture.resize({
      width: largest.side,
      height: largest.side,
      fit: 'inside',
      withoutEnlargement: true,
    });
    return (await fitting.jpeg({ quality: 90 }).toBuffer()).toString('base64');
  } catch {
    return null;
  }
}
