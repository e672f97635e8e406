import type { PictureSize } from './picture-size.ts';
import { viewOf } from './view-of.ts';

/** Boxes that hold boxes, with the bytes that stand before these. */
const holders: Partial<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 };
const maxBoxes = 10_000;

/**
 * The sizes (`ispe`) of all pictures in a HEIC file: the whole, its tiles, its thumbnail. Decodes nothing.
 * @throws RangeError where a box ends after the file.
 */
export function readHeicSizes(bytes: Uint8Array): PictureSize[] {
  const view = viewOf(bytes);
  const sizes: PictureSize[] = [];
  let boxes = 0;
  const walk = (from: number, to: number): void => {
    for (let at = from; at + 8 <= to;) {
      if (++boxes > maxBoxes) throw new RangeError('Too many boxes');
      const { type, start, end } = readBox(view, at, to);
      const before = holders[type];
      if (type === 'ispe')
        sizes.push({ width: view.getUint32(start + 4), height: view.getUint32(start + 8) });
      if (before !== undefined) walk(start + before, end);
      at = end;
    }
  };
  walk(0, bytes.length);
  return sizes;
}

function readBox(view: DataView, at: number, to: number): { type: string; start: number; end: number } {
  const short = view.getUint32(at);
  const type = String.fromCharCode(...[4, 5, 6, 7].map((step) => view.getUint8(at + step)));
  const isLong = short === 1;
  const size = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
  const start = at + (isLong ? 16 : 8);
  const end = at + size;
  if (end < start || end > to) throw new RangeError('A box ends after what holds it');
  return { type, start, end };
}
