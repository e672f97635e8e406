import type { LocatedCode } from './code-reader.ts';
import type { PixelBox } from './enlarge.ts';
import type { GrayPicture } from './gray-picture.ts';

/** Shorter than any code that could be read: 45 modules with a pixel each. */
const leastSide = 45;

/** The two largest; what is smaller than any code is none. */
export function largest(codes: LocatedCode[]): LocatedCode[] {
  const sized = codes.map((code) => ({ code, side: sideOf(code) })).filter(({ side }) => side >= leastSide);
  sized.sort((one, other) => other.side - one.side);
  return sized.slice(0, 2).map(({ code }) => code);
}

export function isSamePlace(one: LocatedCode, other: LocatedCode): boolean {
  const [here, there] = [one.corners[0], other.corners[0]];
  return !!here && !!there && Math.hypot(here.x - there.x, here.y - there.y) < sideOf(one) / 4;
}

function sideOf({ corners }: LocatedCode): number {
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

/** A code of a piece at `origin` that was enlarged by `factor`, in the whole. */
export function moved(
  { corners, content }: LocatedCode,
  origin: { x: number; y: number },
  factor: number,
): LocatedCode {
  return {
    corners: corners.map(({ x, y }) => ({ x: origin.x + x / factor, y: origin.y + y / factor })),
    content,
  };
}

/** The box of a located code with a tenth more on each side, as the corners of an unread one are not exact. */
export function around(code: LocatedCode, { width, height }: GrayPicture): PixelBox {
  const xs = code.corners.map(({ x }) => x);
  const ys = code.corners.map(({ y }) => y);
  const margin = 8 + 0.1 * sideOf(code);
  const x = clamped(Math.floor(Math.min(...xs) - margin), width);
  const y = clamped(Math.floor(Math.min(...ys) - margin), height);
  return {
    ...{ x, y },
    width: clamped(Math.ceil(Math.max(...xs) + margin), width) - x,
    height: clamped(Math.ceil(Math.max(...ys) + margin), height) - y,
  };
}

export function clamped(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
