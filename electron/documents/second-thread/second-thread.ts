import { Worker } from 'node:worker_threads';
import { assetSources } from '../assets/package-assets.ts';
import type { CodesOnPage } from '../codes/read-codes.ts';
import type { DocumentAsset, DocumentAssets } from '../document-assets.ts';
import { tesseractOver, type TesseractEngine } from '../ocr/tesseract-engine.ts';
import type { TextLine } from '../ocr/text-line.ts';
import type { RasterPage } from '../raster-page.ts';
import type { AssetPaths, SecondAnswer, SecondTask } from './second-task.ts';

/** The second engine and the reader of codes in a thread of their own, so that they work while the first engine reads. */
export interface SecondThread {
  tesseract: TesseractEngine;
  codes(page: RasterPage): Promise<CodesOnPage>;
  end(): Promise<void>;
}

/** Starts the thread and has its engine opened meanwhile. An exception in it is one of the process: that ends. */
export function startSecondThread(entry: URL, assets: DocumentAssets): SecondThread {
  const worker = new Worker(entry, { workerData: pathsOf(assets) });
  // A program that is done ends, whether or not it gave the engines up.
  worker.unref();
  const waiting = new Map<number, (value: never) => void>();
  let lastId = 0;
  worker.on('message', ({ id, value }: SecondAnswer) => {
    waiting.get(id)?.(value as never);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
  });
  worker.on('error', (error) => {
    throw error;
  });
  function ask<T>(task: SecondTask): Promise<T> {
    worker.ref();
    return new Promise((resolve) => {
      waiting.set(++lastId, resolve);
      worker.postMessage({ id: lastId, task });
    });
  }
  void ask({ kind: 'open-print' });
  return {
    tesseract: tesseractOver({
      readCutOut: (picture, place, languages) => ask<TextLine>({ kind: 'line', picture, place, languages }),
      readPage: (page, languages) => ask<TextLine[]>({ kind: 'page', page, languages }),
    }),
    codes: (page) => ask<CodesOnPage>({ kind: 'codes', page }),
    async end() {
      await worker.terminate();
    },
  };
}

function pathsOf(assets: DocumentAssets): AssetPaths {
  const names = Object.keys(assetSources) as DocumentAsset[];
  return Object.fromEntries(names.map((name) => [name, assets.path(name)])) as AssetPaths;
}
