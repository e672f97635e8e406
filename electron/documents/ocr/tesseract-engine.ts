import type { RasterPage } from '../raster-page.ts';
import { cutOut } from './sample-pixels.ts';
import type { SlantedBox, TextLine } from './text-line.ts';

/** The second engine, in whichever thread it works. */
export interface TesseractEngine {
  /** One line that the other engine found. */
  readLine(page: RasterPage, place: SlantedBox, languages: TesseractLanguages): Promise<TextLine>;
  /** All that stands on a page, wherever it stands. */
  readPage(page: RasterPage, languages: TesseractLanguages): Promise<TextLine[]>;
}

export type TesseractLanguages = 'eng' | 'hin' | 'eng+hin';

/** The height at which it reads best, in pixels of the line without its margins. */
const lineHeight = 44;

interface CutOutReader {
  readCutOut(
    picture: RasterPage,
    place: SlantedBox,
    languages: TesseractLanguages,
  ): TextLine | Promise<TextLine>;
  readPage(page: RasterPage, languages: TesseractLanguages): TextLine[] | Promise<TextLine[]>;
}

export function tesseractOver(reader: CutOutReader): TesseractEngine {
  return {
    async readLine(page, place, languages) {
      return reader.readCutOut(cutOut(page, place, lineHeight), place, languages);
    },
    async readPage(page, languages) {
      return reader.readPage(page, languages);
    },
  };
}
