import type { DocumentAssets } from '../../../electron/documents/document-assets.ts';
import { parseTesseractLines } from '../../../electron/documents/ocr/parse-tesseract-lines.ts';
import { openTesseractModule } from '../../../electron/documents/ocr/tesseract-module.ts';
import type { TextLine } from '../../../electron/documents/ocr/text-line.ts';
import type { RasterPage } from '../../../electron/documents/raster-page.ts';

/** Tesseract alone, as one would use it without us: a whole page at once, both languages. */
export interface PlainTesseract {
  readPage(page: RasterPage, pageMode?: PageMode): TextLine[];
}

/** One block of text; text here and there; a single line. */
type PageMode = '6' | '11' | '7';
const lstmOnly = 1;

export async function openPlainTesseract(assets: DocumentAssets, languages: string): Promise<PlainTesseract> {
  const module = await openTesseractModule(assets, ['eng', 'hin']);
  const api = new module.TessBaseAPI();
  if (api.Init(null, languages, lstmOnly) !== 0) throw new Error('Tesseract does not take its languages');
  return {
    readPage(page, pageMode = '6') {
      api.SetVariable('tessedit_pageseg_mode', pageMode);
      api.SetVariable('user_defined_dpi', String(page.dotsPerInch ?? 300));
      const header = Buffer.from(`P6\n${page.width} ${page.height}\n255\n`, 'latin1');
      module.FS.writeFile('/input', Buffer.concat([header, page.pixels]));
      try {
        if (api.SetImageFile(1, 0) === 1 || api.Recognize(null) !== 0) return [];
        return parseTesseractLines(api.GetJSONText());
      } finally {
        module.FS.unlink('/input');
      }
    },
  };
}
