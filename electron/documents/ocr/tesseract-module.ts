import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction } from 'node:vm';
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
  const factory = await loadFactory(assets.path('tesseract-core-simd-lstm.cjs'));
  const module = await factory({ wasmBinary, print: ignore, printErr: ignore });
  for (const language of languages) {
    const packed = await readFile(assets.path(`${language}.traineddata.gz`));
    module.FS.writeFile(`./${language}.traineddata`, gunzipSync(packed));
  }
  return module;
}

/**
 * Runs the build's own script as the CommonJS that it is. A plain import would ask the nearest package.json, and beside
 * the app's bundles that one says ES modules.
 */
async function loadFactory(path: string): Promise<TesseractFactory> {
  const script = compileFunction(
    await readFile(path, 'utf8'),
    ['module', 'exports', 'require', '__filename', '__dirname'],
    { filename: path },
  ) as (...scope: unknown[]) => void;
  const module: { exports: unknown } = { exports: {} };
  script(module, module.exports, createRequire(path), path, dirname(path));
  return module.exports as TesseractFactory;
}

/** It talks about the pictures it sees; nothing of them may reach a log. */
function ignore(): void {
  return undefined;
}
