import type { DocumentAssets } from '../document-assets.ts';
import { ocrEngines, type OcrEngines } from '../ocr/ocr-engines.ts';

const opened = new WeakMap<DocumentAssets, OcrEngines>();

/** One set of engines a process: they take seconds to open and hundreds of megabytes. */
export function enginesOf(assets: DocumentAssets): OcrEngines {
  const engines = opened.get(assets) ?? ocrEngines(assets);
  opened.set(assets, engines);
  return engines;
}
