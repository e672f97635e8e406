import { PDFiumModule } from '@hyzyla/pdfium';
import { readFile } from 'node:fs/promises';
import type { DocumentAssets } from '../document-assets.ts';

export type Pdfium = Awaited<ReturnType<typeof PDFiumModule>>;

/**
 * A fresh PDFium. Each document gets its own: memory of WebAssembly never shrinks, and an engine that a hostile file
 * brought down must not meet the next one.
 */
export async function startPdfium(assets: DocumentAssets): Promise<Pdfium> {
  const options = {
    wasmBinary: new Uint8Array(await readFile(assets.path('pdfium.wasm'))).buffer,
    // With the bytes at hand it has nothing to look for, nor to fetch.
    locateFile: () => '',
    // What it says of a broken file may quote the file.
    print: () => undefined,
    printErr: () => undefined,
  };
  const pdfium = await PDFiumModule(options);
  pdfium._FPDF_InitLibraryWithConfig({ version: 2 });
  return pdfium;
}
