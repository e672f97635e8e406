import type { DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import { documentLimits } from '../../../shared/domain/documents/document-fault.ts';

export interface PictureSize {
  width: number;
  height: number;
}

/** No side is longer than this: decoders hold whole rows in memory, and a row of millions is no page. */
const longestSide = 65_535;

/**
 * Whether a picture may be decoded at all, by what its header says of it. A PNG of 2.7 MB can ask for 30,000 × 30,000
 * pixels, so this comes before any decoder.
 */
export function faultOfSize({ width, height }: PictureSize): DocumentFault | null {
  if (!(width > 0 && height > 0)) return 'damaged';
  if (width > longestSide || height > longestSide) return 'too-many-pixels';
  return width * height > documentLimits.pagePixels ? 'too-many-pixels' : null;
}
