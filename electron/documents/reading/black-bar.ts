import type { SlantedBox, TextLine } from '../ocr/text-line.ts';
import type { RasterPage } from '../raster-page.ts';
import { digitOf } from '../../../shared/domain/documents/reading/digit-signs.ts';

/** Four digits at the end of a line; along it in fractions of its width. */
interface FourDigits {
  last4: string;
  start: number;
  pitch: number;
}

/** Black as ink and toner are on scans; of five places across a line one may be a speck. */
const darkest = 90;
const across = [-0.3, -0.15, 0, 0.15, 0.3];
/** Eight digits and their gaps are twice and a half as long as four; the twelve of a virtual id nearly four times. */
const length = { least: 1.5, most: 3.1 };
/** From the first digit to the bar, in digits: half a gap, and what the engines are not sure of. */
const longestGap = 3;
/** A bar ends above and below; a photo or a dark edge does not. In heights of the line. */
const reachUpAndDown = 3;

/**
 * The last four digits of a number whose others lie under a black bar: four digits alone on their line, and to their left
 * in the picture a bar as long as eight. Null where there is no such bar.
 */
export function last4BesideBar(page: RasterPage, line: TextLine): string | null {
  const digits = fourDigits(line);
  if (digits === null) return null;
  const isDark = darkness(page, line.place);
  const pitch = digits.pitch * line.place.width;
  const bar = barLeftOf(digits.start * line.place.width, pitch, isDark, line.place.height);
  if (bar === null) return null;
  const share = (bar.to - bar.from) / (4 * pitch);
  const isBar = share >= length.least && share <= length.most && endsAcross(bar, line.place.height, isDark);
  return isBar ? digits.last4 : null;
}

function fourDigits({ characters }: TextLine): FourDigits | null {
  const signs = characters.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const last = signs.slice(-4);
  const digits = last.map(({ text }) => digitOf(text)).join('');
  const all = signs.filter(({ text }) => digitOf(text) !== null).length;
  const [first, second] = [last[0]?.at ?? 0, last[3]?.at ?? 0];
  if (digits.length !== 4 || all !== 4 || second <= first) return null;
  return { last4: digits, start: first, pitch: (second - first) / 3 };
}

/** Whether the page is black at a place: `along` the line from its left end, and across from its middle, in pixels. */
type IsDark = (along: number, across: number) => boolean;

function darkness({ width, height, pixels }: RasterPage, place: SlantedBox): IsDark {
  const [cos, sin] = [Math.cos(place.angle), Math.sin(place.angle)];
  return (along, up) => {
    const from = along - place.width / 2;
    const x = Math.floor(place.centreX + from * cos - up * sin);
    const y = Math.floor(place.centreY + from * sin + up * cos);
    if (x < 0 || y < 0 || x >= width || y >= height) return false;
    const at = (y * width + x) * 3;
    return (pixels[at] ?? 255) + (pixels[at + 1] ?? 255) + (pixels[at + 2] ?? 255) < 3 * darkest;
  };
}

interface Bar {
  from: number;
  to: number;
}

/** The first black stretch to the left of a digit that is longer than any digit. */
function barLeftOf(digit: number, pitch: number, isDark: IsDark, height: number): Bar | null {
  const isBlack = (along: number) => across.filter((up) => isDark(along, up * height)).length >= 4;
  for (let to = digit; to > digit - longestGap * pitch; to -= 1) {
    let from = to;
    while (isBlack(from - 1) && to - from < 100 * pitch) from -= 1;
    if (to - from > pitch) return { from, to };
  }
  return null;
}

function endsAcross({ from, to }: Bar, height: number, isDark: IsDark): boolean {
  const places = Array.from({ length: 20 }, (_, at) => from + ((at + 0.5) / 20) * (to - from));
  const isLight = (up: number) => places.filter((along) => !isDark(along, up)).length >= 16;
  const steps = Array.from({ length: 30 }, (_, at) => ((at + 1) / 30) * reachUpAndDown * height);
  return steps.some((up) => isLight(up)) && steps.some((up) => isLight(-up));
}
