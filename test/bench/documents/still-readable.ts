import { readablePiece } from '../../../electron/documents/masking/readable-digits.ts';
import type { OcrEngines } from '../../../electron/documents/ocr/ocr-engines.ts';
import type { PixelBox } from '../../../electron/documents/ocr/text-line.ts';
import type { RasterPage } from '../../../electron/documents/raster-page.ts';

/** In heights of the box, how far round the true place is looked: tops and tails of digits stand out. */
const looks = [1.15, 1.5];

/**
 * The most digits in sequence of a secret that an engine still reads at its true place, where the corpus drew it: no
 * finding of lines by the app lies between. Below three is chance.
 */
export async function stillReadable(
  page: RasterPage,
  box: PixelBox,
  secret: string,
  engines: OcrEngines,
): Promise<number> {
  const paddle = await engines.paddle();
  const tesseract = await engines.tesseract();
  let most = 0;
  for (const look of looks) {
    const place = {
      centreX: box.x + box.width / 2,
      centreY: box.y + box.height / 2,
      width: box.width + 2 * (look - 1) * box.height,
      height: box.height * look,
      angle: 0,
    };
    for (const line of [await paddle.readLine(page, place), await tesseract.readLine(page, place, 'eng')]) {
      most = Math.max(most, readablePiece(line.characters, [secret], 3)?.count ?? 0);
    }
  }
  return most;
}
