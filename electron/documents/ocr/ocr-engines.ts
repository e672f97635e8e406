import type { DocumentAssets } from '../document-assets.ts';
import { openPaddleEngine, type PaddleEngine } from './paddle-engine.ts';
import { openTesseractEngine, type TesseractEngine } from './tesseract-engine.ts';

/** Both engines, each opened when it is first needed and kept for the next page. */
export interface OcrEngines {
  paddle(): Promise<PaddleEngine>;
  tesseract(): Promise<TesseractEngine>;
  /** Gives up what the engines hold; they open again when needed. The WebAssembly's memory goes with the process only. */
  release(): Promise<void>;
}

export function ocrEngines(assets: DocumentAssets): OcrEngines {
  let paddle: Promise<PaddleEngine> | null = null;
  let tesseract: Promise<TesseractEngine> | null = null;
  return {
    paddle: () => (paddle ??= openPaddleEngine(assets)),
    tesseract: () => (tesseract ??= openTesseractEngine(assets)),
    async release() {
      const [opened, openedSecond] = [paddle, tesseract];
      paddle = null;
      tesseract = null;
      await (await opened)?.release();
      (await openedSecond)?.release();
    },
  };
}
