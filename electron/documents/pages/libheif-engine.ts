import libheif from 'libheif-js/libheif-wasm/libheif.js';
import { readFile } from 'node:fs/promises';
import type { DocumentAssets } from '../document-assets.ts';
import type { Libheif } from 'libheif-js/libheif-wasm/libheif.js';

export type { Libheif };

/** A fresh engine for each file, for the same reasons as PDFium. */
export async function startLibheif(assets: DocumentAssets): Promise<Libheif> {
  const wasmBinary = await readFile(assets.path('libheif.wasm'));
  return libheif({ wasmBinary, print: () => undefined, printErr: () => undefined });
}
