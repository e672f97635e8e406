import type { DocumentAsset } from '../document-assets.ts';
import type { TesseractLanguages } from '../ocr/tesseract-engine.ts';
import type { SlantedBox } from '../ocr/text-line.ts';
import type { RasterPage } from '../raster-page.ts';

/** What the second thread does; each is answered in its turn. All in one process: what comes back is believed. */
export type SecondTask =
  | { kind: 'open-print' }
  | { kind: 'line'; picture: RasterPage; place: SlantedBox; languages: TesseractLanguages }
  | { kind: 'page'; page: RasterPage; languages: TesseractLanguages }
  | { kind: 'codes'; page: RasterPage };

export interface SecondCall {
  id: number;
  task: SecondTask;
}

export interface SecondAnswer {
  id: number;
  value: unknown;
}

/** Where the assets lie, as a thread can be told it. */
export type AssetPaths = Record<DocumentAsset, string>;
