import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import type { DocumentAssets } from '../document-assets.ts';
import type { RasterPage } from '../raster-page.ts';
import { around, clamped, isSamePlace, largest, moved } from './code-places.ts';
import { locateCodes, type LocatedCode } from './code-reader.ts';
import { enlarge, type PixelBox } from './enlarge.ts';
import { grayPicture, type GrayPicture } from './gray-picture.ts';
import { resampleCode } from './resample-code.ts';

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
/** A card at 300 dots has 650,000. Looking at a larger one enlarged would take seconds. */
const mostEnlargedPixels = 1_200_000;
/** A card as phones take it has 2.5 million: enough pixels, and sharpening alone may show the code. */
const mostSharpenedPixels = 4_000_000;
/** A card at 200 dots has 370,000. */
const fewPixels = 400_000;
/** Small ones need more: their modules have less than two pixels. */
const smallSide = 320;

/**
 * Finds and reads the QR codes of a page. What was located and not read is sampled anew. Where that reads nothing, one
 * more look: at these places, or else at the whole of a small picture, enlarged and sharpened; what is located only there
 * is sampled too, in the picture as it was. More looks than that took seconds for hardly a code more; then the paper is
 * better scanned again.
 */
export async function readCodes(page: RasterPage, assets: DocumentAssets): Promise<FoundCode[]> {
  const isFine = (page.dotsPerInch ?? 0) >= fineResolution || Math.max(page.width, page.height) >= fineSide;
  const picture = grayPicture(page, isFine ? 2 : 1);
  const located = await locateCodes(picture, assets);
  const found = located.flatMap((code) => foundCode(code, picture));
  if (found.length > 0) return found;
  // The halves are forgotten here: what could not be read may need every pixel.
  const full = isFine ? grayPicture(page) : picture;
  const scale = full.width / picture.width;
  const unread = largest(located.map((code) => moved(code, { x: 0, y: 0 }, 1 / scale)));
  const sampled = await resampleAll(unread, full, assets);
  return sampled.length > 0 ? sampled : lookAgain(unread, full, assets);
}

async function lookAgain(
  unread: LocatedCode[],
  full: GrayPicture,
  assets: DocumentAssets,
): Promise<FoundCode[]> {
  const found: FoundCode[] = [];
  for (const { box, factor } of secondLooks(unread, full)) {
    const enlarged = await enlarge(full, box, factor);
    const seen = await locateCodes(enlarged, assets, { tryDownscale: false });
    const again = seen.map((code) => moved(code, box, factor));
    const read = again.flatMap((code) => foundCode(code, full));
    found.push(...(read.length > 0 ? read : await resampleAll(largest(again), full, assets)));
  }
  return found;
}

/** At most two places, or the whole of a picture that is small enough. */
function secondLooks(unread: LocatedCode[], full: GrayPicture): { box: PixelBox; factor: number }[] {
  const places = unread.map((code) => around(code, full));
  if (places.length > 0)
    return places.map((box) => ({ box, factor: Math.max(box.width, box.height) <= smallSide ? 3 : 2 }));
  const pixels = full.width * full.height;
  if (pixels > mostSharpenedPixels) return [];
  const factor = pixels <= fewPixels ? 3 : pixels <= mostEnlargedPixels ? 2 : 1;
  return [{ box: { x: 0, y: 0, width: full.width, height: full.height }, factor }];
}

async function resampleAll(
  codes: LocatedCode[],
  full: GrayPicture,
  assets: DocumentAssets,
): Promise<FoundCode[]> {
  const found: FoundCode[] = [];
  let before: LocatedCode | null = null;
  for (const code of codes) {
    // The engine may locate one code twice, a pixel apart.
    if (before && isSamePlace(before, code)) continue;
    const read = await resampleCode(full, code, around(code, full), assets);
    if (!read) continue;
    before = read;
    found.push(...foundCode(read, full));
  }
  return found;
}

function foundCode({ corners, content }: LocatedCode, picture: GrayPicture): FoundCode[] {
  if (content === null) return [];
  const xs = corners.map(({ x }) => clamped(x / picture.width, 1));
  const ys = corners.map(({ y }) => clamped(y / picture.height, 1));
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return [{ ...content, box: { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y } }];
}
