import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import type { DocumentAssets } from '../document-assets.ts';
import type { RasterPage } from '../raster-page.ts';
import { around, clamped, isSamePlace, largest, moved } from './code-places.ts';
import { locateCodes, type LocatedCode } from './code-reader.ts';
import { enlarge, type PixelBox } from './enlarge.ts';
import { grayPicture, type GrayPicture } from './gray-picture.ts';
import { resampleCode } from './resample-code.ts';

/** Where it lies, in fractions of the page. */
export type CodeBox = Omit<PageBox, 'page'>;

export interface FoundCode {
  text: string;
  bytes: Uint8Array;
  box: CodeBox;
}

export interface CodesOnPage {
  read: FoundCode[];
  /** Where codes lie that could not be read; another reader may be able to. */
  unread: CodeBox[];
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
 * better scanned again, and the place is told.
 */
export async function readCodes(page: RasterPage, assets: DocumentAssets): Promise<CodesOnPage> {
  const isFine = (page.dotsPerInch ?? 0) >= fineResolution || Math.max(page.width, page.height) >= fineSide;
  const picture = grayPicture(page, isFine ? 2 : 1);
  const located = await locateCodes(picture, assets);
  const found = located.flatMap((code) => foundCode(code, picture));
  const scale = (isFine ? page.width : picture.width) / picture.width;
  const places = located
    .filter((code) => code.content === null && !isCovered(placeOf(code, picture), found))
    .map((code) => moved(code, { x: 0, y: 0 }, 1 / scale));
  const unread = largest(places);
  if (found.length > 0 && unread.length === 0) return { read: found, unread: [] };
  // The halves are forgotten here: what could not be read may need every pixel.
  const full = isFine ? grayPicture(page) : picture;
  const sampled = await resampleAll(unread, full, assets);
  const { read, seen } =
    sampled.length > 0 ? { read: sampled, seen: unread } : await lookAgain(unread, full, assets);
  const all = [...found, ...read];
  const left = [...unread, ...largest(seen)].map((code) => boxAround(code, full));
  return {
    read: all,
    unread: left.filter((box, at) => !isCovered(box, all) && !isCovered(box, left.slice(0, at))),
  };
}

async function lookAgain(
  unread: LocatedCode[],
  full: GrayPicture,
  assets: DocumentAssets,
): Promise<{ read: FoundCode[]; seen: LocatedCode[] }> {
  const found: FoundCode[] = [];
  const all: LocatedCode[] = [];
  for (const { box, factor } of secondLooks(unread, full)) {
    const enlarged = await enlarge(full, box, factor);
    const seen = await locateCodes(enlarged, assets, { tryDownscale: false });
    const again = seen.map((code) => moved(code, box, factor));
    const read = again.flatMap((code) => foundCode(code, full));
    found.push(...(read.length > 0 ? read : await resampleAll(largest(again), full, assets)));
    all.push(...again.filter(({ content }) => content === null));
  }
  return { read: found, seen: all };
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

function foundCode(code: LocatedCode, picture: GrayPicture): FoundCode[] {
  return code.content === null ? [] : [{ ...code.content, box: placeOf(code, picture) }];
}

function placeOf({ corners }: LocatedCode, picture: GrayPicture): CodeBox {
  const xs = corners.map(({ x }) => clamped(x / picture.width, 1));
  const ys = corners.map(({ y }) => clamped(y / picture.height, 1));
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** With a margin, as nobody knows where a code ends that was not read. */
function boxAround(code: LocatedCode, full: GrayPicture): CodeBox {
  const { x, y, width, height } = around(code, full);
  return { x: x / full.width, y: y / full.height, width: width / full.width, height: height / full.height };
}

/** Whether its middle lies within one of these: the engine may locate one code twice. */
function isCovered({ x, y, width, height }: CodeBox, by: readonly (CodeBox | FoundCode)[]): boolean {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  return by
    .map((one) => ('box' in one ? one.box : one))
    .some(
      (box) =>
        Math.abs(middleX - box.x - box.width / 2) < box.width / 2 &&
        Math.abs(middleY - box.y - box.height / 2) < box.height / 2,
    );
}
