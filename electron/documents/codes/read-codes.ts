import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import type { DocumentAssets } from '../document-assets.ts';
import type { RasterPage } from '../raster-page.ts';
import { locateCodes, type LocatedCode } from './code-reader.ts';
import { enlarge, type PixelBox } from './enlarge.ts';
import { grayPicture, type GrayPicture } from './gray-picture.ts';

export interface FoundCode {
  text: string;
  bytes: Uint8Array;
  /** Where it lies, in fractions of the page. */
  box: Omit<PageBox, 'page'>;
}

/** From here on a page is halved first: 300 dots an inch are enough for the codes, and take a quarter of the time. */
const fineResolution = 500;
/** The longer side of an A4 page at that resolution. */
const fineSide = 5800;
/** A card at 300 dots has 650,000. A larger picture without any trace of a code would take seconds, for next to nothing. */
const mostEnlargedPixels = 1_200_000;
/** Small ones need more: their modules have less than two pixels. */
const smallSide = 320;

/**
 * Finds and reads the QR codes of a page. Where none is read, one more look: at what was located and not read, or else
 * at the whole of a small picture, enlarged and sharpened. More looks than that took seconds for hardly a code more;
 * then the paper is better scanned again.
 */
export async function readCodes(page: RasterPage, assets: DocumentAssets): Promise<FoundCode[]> {
  const isFine = (page.dotsPerInch ?? 0) >= fineResolution || Math.max(page.width, page.height) >= fineSide;
  const picture = grayPicture(page, isFine ? 2 : 1);
  const located = await locateCodes(picture, assets);
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
  const found = located.flatMap((code) => foundCode(code, picture, whole, 1));
  if (found.length > 0) return found;
  // The halves are forgotten here: what could not be read may need every pixel.
  const full = isFine ? grayPicture(page) : picture;
  for (const box of secondLooks(located, picture, full)) {
    const factor = Math.max(box.width, box.height) <= smallSide ? 3 : 2;
    const enlarged = await enlarge(full, box, factor);
    const again = await locateCodes(enlarged, assets, { tryDownscale: false });
    found.push(...again.flatMap((code) => foundCode(code, full, box, factor)));
  }
  return found;
}

/** At most two places, or the whole of a picture that is small enough. */
function secondLooks(located: LocatedCode[], picture: GrayPicture, full: GrayPicture): PixelBox[] {
  const scale = full.width / picture.width;
  const places = located.map((code) => around(code, scale, full)).filter(({ width }) => width >= 60);
  places.sort((one, other) => other.width * other.height - one.width * one.height);
  if (places.length > 0) return places.slice(0, 2);
  const isSmall = full.width * full.height <= mostEnlargedPixels;
  return isSmall ? [{ x: 0, y: 0, width: full.width, height: full.height }] : [];
}

/** The box of a located code with a tenth more on each side, as the corners of an unread one are not exact. */
function around({ corners }: LocatedCode, scale: number, { width, height }: GrayPicture): PixelBox {
  const xs = corners.map(({ x }) => x * scale);
  const ys = corners.map(({ y }) => y * scale);
  const margin = 8 + 0.1 * Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const x = clamped(Math.floor(Math.min(...xs) - margin), width);
  const y = clamped(Math.floor(Math.min(...ys) - margin), height);
  return {
    ...{ x, y },
    width: clamped(Math.ceil(Math.max(...xs) + margin), width) - x,
    height: clamped(Math.ceil(Math.max(...ys) + margin), height) - y,
  };
}

/** @param origin the place in `picture` that was looked at, `factor` times enlarged. */
function foundCode(code: LocatedCode, picture: GrayPicture, origin: PixelBox, factor: number): FoundCode[] {
  if (code.content === null) return [];
  const xs = code.corners.map(({ x }) => clamped((origin.x + x / factor) / picture.width, 1));
  const ys = code.corners.map(({ y }) => clamped((origin.y + y / factor) / picture.height, 1));
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return [{ ...code.content, box: { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y } }];
}

function clamped(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
