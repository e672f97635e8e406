import type { DocumentAssets } from '../document-assets.ts';
import type { RasterPage } from '../raster-page.ts';
import { parseTesseractLines } from './parse-tesseract-lines.ts';
import type { TesseractLanguages } from './tesseract-engine.ts';
import { openTesseractModule, type TesseractApi, type TesseractModule } from './tesseract-module.ts';
import type { SlantedBox, TextLine } from './text-line.ts';

/** Tesseract itself: while it reads, its thread does nothing else. */
export interface TesseractReader {
  /** @param picture of one line, cut out of the page at its place */
  readCutOut(picture: RasterPage, place: SlantedBox, languages: TesseractLanguages): TextLine;
  readPage(page: RasterPage, languages: TesseractLanguages): TextLine[];
  release(): void;
}

/** Its names for: a single line; text here and there in no order. */
const singleLine = '7';
const sparseText = '11';
const margin = 10;
const lstmOnly = 1;

export async function openTesseractReader(assets: DocumentAssets): Promise<TesseractReader> {
  const module = await openTesseractModule(assets, ['eng', 'hin']);
  const apis = new Map<TesseractLanguages, TesseractApi>();
  const api = (languages: TesseractLanguages) => {
    const opened = apis.get(languages) ?? openApi(module, languages);
    apis.set(languages, opened);
    return opened;
  };
  return {
    readCutOut(picture, place, languages) {
      const lines = recognise(module, api(languages), framed(picture), singleLine);
      return joinLines(lines, picture.width, place);
    },
    readPage(page, languages) {
      return recognise(module, api(languages), page, sparseText);
    },
    release() {
      for (const opened of apis.values()) opened.End();
      apis.clear();
    },
  };
}

function openApi(module: TesseractModule, languages: TesseractLanguages): TesseractApi {
  const api = new module.TessBaseAPI();
  if (api.Init(null, languages, lstmOnly) !== 0) throw new Error('Tesseract does not take its languages');
  api.SetVariable('user_defined_dpi', '300');
  return api;
}

function recognise(
  module: TesseractModule,
  api: TesseractApi,
  page: RasterPage,
  pageMode: string,
): TextLine[] {
  api.SetVariable('tessedit_pageseg_mode', pageMode);
  // A file in the module's own memory, not on the disk.
  module.FS.writeFile('/input', greyMap(page));
  try {
    if (api.SetImageFile(1, 0) === 1) return [];
    if (api.Recognize(null) !== 0) return [];
    return parseTesseractLines(api.GetJSONText());
  } finally {
    module.FS.unlink('/input');
  }
}

/** A portable grey map (PGM, P5). */
function greyMap({ width, height, pixels }: RasterPage): Uint8Array {
  const header = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  const map = new Uint8Array(header.length + width * height);
  map.set(header);
  for (let index = 0, from = 0, to = header.length; index < width * height; index += 1, from += 3, to += 1) {
    map[to] = 0.299 * (pixels[from] ?? 0) + 0.587 * (pixels[from + 1] ?? 0) + 0.114 * (pixels[from + 2] ?? 0);
  }
  return map;
}

/** A margin in the colour of the line's edge: letters that touch the border are misread. */
function framed(picture: RasterPage): RasterPage {
  const width = picture.width + 2 * margin;
  const height = picture.height + 2 * margin;
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y += 1) {
    const fromY = Math.min(Math.max(y - margin, 0), picture.height - 1);
    for (let x = 0; x < width; x += 1, at += 3) {
      const fromX = Math.min(Math.max(x - margin, 0), picture.width - 1);
      const from = (fromY * picture.width + fromX) * 3;
      pixels.set(picture.pixels.subarray(from, from + 3), at);
    }
  }
  return { width, height, pixels, dotsPerInch: null };
}

/** What was read in a line's picture as one line of the page. */
function joinLines(lines: TextLine[], pictureWidth: number, place: SlantedBox): TextLine {
  const characters = lines.flatMap((line, index) => {
    const left = line.place.centreX - line.place.width / 2 - margin;
    const own = line.characters.map(({ text, at }) => ({
      text,
      at: Math.min(Math.max((left + at * line.place.width) / pictureWidth, 0), 1),
    }));
    return index === 0 ? own : [{ text: ' ', at: own[0]?.at ?? 0 }, ...own];
  });
  const confidence = lines.reduce((sum, line) => sum + line.confidence, 0) / Math.max(1, lines.length);
  return { text: lines.map(({ text }) => text).join(' '), confidence, characters, place };
}
