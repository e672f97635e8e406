import { viewOf } from './view-of.ts';
import type { PictureSize } from './picture-size.ts';

/** Start-of-frame markers: C0 to CF without the Huffman, extension and arithmetic tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers that stand alone: TEM, the restarts, start of image. */
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
const startOfScan = 0xda;
const endOfImage = 0xd9;

/**
 * The size in the first frame header; decodes nothing. Null where the scan begins without one.
 * @throws RangeError where the file ends before it.
 */
export function readJpegHeader(bytes: Uint8Array): PictureSize | null {
  const view = viewOf(bytes);
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null;
    while (view.getUint8(at) === 0xff) at++;
    const marker = view.getUint8(at);
    at++;
    if (marker === startOfScan || marker === endOfImage || marker === 0) return null;
    if (isFrame(marker)) return { height: view.getUint16(at + 3), width: view.getUint16(at + 5) };
    if (!standsAlone(marker)) at += Math.max(2, view.getUint16(at));
  }
}
