import { fileURLToPath } from 'node:url';
import type { DocumentAssets } from '../../../electron/documents/document-assets.ts';

/** The assets of codes and photos, as they lie in the packages. */
export const codeAssets: DocumentAssets = {
  secondThread: null,
  path(asset) {
    if (asset === 'zxing_reader.wasm') return inPackages('zxing-wasm/reader/zxing_reader.wasm');
    if (asset === 'openjpegwasm_decode.wasm') return inPackages('@cornerstonejs/codec-openjpeg/decodewasm');
    throw new Error(`No code needs ${asset}`);
  },
};

function inPackages(specifier: string): string {
  return fileURLToPath(import.meta.resolve(specifier));
}
