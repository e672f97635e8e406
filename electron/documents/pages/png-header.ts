import { viewOf } from './view-of.ts';
import type { PictureSize } from './picture-size.ts';

export interface PngHeader extends PictureSize {
  /** More frames follow the first picture. */
  isAnimated: boolean;
}

const headerName = 0x49484452; // IHDR
const dataName = 0x49444154; // IDAT
const animationName = 0x6163544c; // acTL

/**
 * Reads the header and looks at the chunks before the pixels; decodes nothing.
 * @throws RangeError where the file ends before its pixels begin.
 */
export function readPngHeader(bytes: Uint8Array): PngHeader | null {
  const view = viewOf(bytes);
  if (view.getUint32(12) !== headerName) return null;
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  let at = 8;
  let isAnimated = false;
  for (let name = 0; name !== dataName;) {
    const length = view.getUint32(at);
    name = view.getUint32(at + 4);
    if (name === animationName) isAnimated = view.getUint32(at + 8) > 1;
    at += length + 12;
  }
  return { ...size, isAnimated };
}
