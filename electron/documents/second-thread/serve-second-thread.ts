import { parentPort, workerData } from 'node:worker_threads';
import { readCodes } from '../codes/read-codes.ts';
import type { DocumentAssets } from '../document-assets.ts';
import { openTesseractReader, type TesseractReader } from '../ocr/tesseract-reader.ts';
import type { AssetPaths, SecondAnswer, SecondCall, SecondTask } from './second-task.ts';

/** The second thread of the process for documents: its tasks one after the other, as they come. */
const paths = workerData as AssetPaths;
const assets: DocumentAssets = { path: (asset) => paths[asset], secondThread: null };
let print: Promise<TesseractReader> | null = null;
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', ({ id, task }: SecondCall) => {
  last = last.then(async () => {
    const answer: SecondAnswer = { id, value: await work(task) };
    parentPort?.postMessage(answer);
  });
});

async function work(task: SecondTask): Promise<unknown> {
  if (task.kind === 'codes') return readCodes(task.page, assets);
  print ??= openTesseractReader(assets);
  const reader = await print;
  switch (task.kind) {
    case 'open-print':
      return null;
    case 'line':
      return reader.readCutOut(task.picture, task.place, task.languages);
    case 'page':
      return reader.readPage(task.page, task.languages);
  }
}
