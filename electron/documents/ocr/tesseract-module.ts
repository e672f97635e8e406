import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import type { DocumentAssets } from '../document-assets.ts';

/** The part of tesseract's C++ interface that is used. */
export interface TesseractApi {
  Init(dataPath: null, languages: string, engineMode: number): number;
  SetVariable(name: string, value: string): boolean;
  SetImageFile(exif: number, angle: number): number;
  Recognize(monitor: null): number;
  GetJSONText(): string;
  End(): void;
}

export interface TesseractModule {
  FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void };
  TessBaseAPI: new () => TesseractApi;
}

type TesseractFactory = (options: {
  wasmBinary: Uint8Array;
  print: (text: string) => void;
  printErr: (text: string) => void;
}) => Promise<TesseractModule>;

export type TesseractLanguage = 'eng' | 'hin';

/**
 * Tesseract's own build, in this process. The package tesseract.js around it guesses whether it runs in a browser,
 * starts workers and writes caches: none of that is wanted in a process that exists for this work.
 */
export async function openTesseractModule(
  assets: DocumentAssets,
  languages: readonly TesseractLanguage[],
): Promise<TesseractModule> {
  const wasmBinary = await readFile(assets.path('tesseract-core-simd-lstm.wasm'));
  // CommonJS, and named so: beside the app's bundles `.js` would mean an ES module.
  const factory = createRequire(import.meta.url)(
    assets.path('tesseract-core-simd-lstm.cjs'),
  ) as TesseractFactory;
  const module = await factory({ wasmBinary, print: ignore, printErr: ignore });
  for (const language of languages) {
    const packed = await readFile(assets.path(`${language}.traineddata.gz`));
    module.FS.writeFile(`./${language}.traineddata`, gunzipSync(packed));
  }
  return module;
}

/** It talks about the pictures it sees; nothing of them may reach a log. */
function ignore(): void {
  return undefined;
}
