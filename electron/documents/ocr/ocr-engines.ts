import { readCodes, type CodesOnPage } from '../codes/read-codes.ts';
import type { DocumentAssets } from '../document-assets.ts';
import type { RasterPage } from '../raster-page.ts';
import { startSecondThread, type SecondThread } from '../second-thread/second-thread.ts';
import { openPaddleEngine, type PaddleEngine } from './paddle-engine.ts';
import { tesseractOver, type TesseractEngine } from './tesseract-engine.ts';
import { openTesseractReader, type TesseractReader } from './tesseract-reader.ts';

/** What reads pages, each opened when it is first needed and kept for the next page. */
export interface OcrEngines {
  paddle(): Promise<PaddleEngine>;
  tesseract(): Promise<TesseractEngine>;
  codes(page: RasterPage): Promise<CodesOnPage>;
  /** Gives up what the engines hold; they open again when needed. The WebAssembly's memory goes with the process only. */
  release(): Promise<void>;
}

/** What the first engine does not do itself. */
type SecondEngines = Pick<OcrEngines, 'tesseract' | 'codes' | 'release'>;

export function ocrEngines(assets: DocumentAssets): OcrEngines {
  let paddle: Promise<PaddleEngine> | null = null;
  const second =
    assets.secondThread === null ? inThisThread(assets) : inSecondThread(assets.secondThread, assets);
  return {
    paddle: () => (paddle ??= openPaddleEngine(assets)),
    tesseract: () => second.tesseract(),
    codes: (page) => second.codes(page),
    async release() {
      const opened = paddle;
      paddle = null;
      await (await opened)?.release();
      await second.release();
    },
  };
}

function inSecondThread(entry: URL, assets: DocumentAssets): SecondEngines {
  let thread: SecondThread | null = null;
  const started = () => (thread ??= startSecondThread(entry, assets));
  return {
    tesseract: async () => started().tesseract,
    codes: async (page) => started().codes(page),
    async release() {
      const ended = thread;
      thread = null;
      await ended?.end();
    },
  };
}

function inThisThread(assets: DocumentAssets): SecondEngines {
  let reader: Promise<TesseractReader> | null = null;
  return {
    tesseract: async () => tesseractOver(await (reader ??= openTesseractReader(assets))),
    codes: (page) => readCodes(page, assets),
    async release() {
      const opened = reader;
      reader = null;
      (await opened)?.release();
    },
  };
}
