/** What the engines need beside their code: WebAssembly, models, dictionaries, certificates. Ships with the app. */
export type DocumentAsset =
  | 'zxing_reader.wasm'
  | 'pdfium.wasm'
  | 'libheif.wasm'
  | 'openjpegwasm_decode.wasm'
  | 'ort-wasm-simd-threaded.wasm'
  | 'ort-wasm-simd-threaded.mjs'
  | 'det.onnx'
  | 'rec.onnx'
  | 'rec-keys.txt'
  | 'cls.onnx'
  | 'eng.traineddata.gz'
  | 'hin.traineddata.gz'
  | 'tesseract-core-simd-lstm.cjs'
  | 'tesseract-core-simd-lstm.wasm';

/**
 * Where the assets lie: a folder beside the bundles in the app, the packages where the sources run. Only local paths:
 * nothing is ever fetched.
 */
export interface DocumentAssets {
  /** Set where the system's own library for networks was found to break: then WebAssembly is used. */
  readonly isPortableOnly?: boolean;
  /** Whether `fewerPasses` was applied to the networks when the app was built. */
  readonly areNetworksRewritten?: boolean;
  path(asset: DocumentAsset): string;
  /** The module of the second thread; null where all is done in one. */
  readonly secondThread: URL | null;
}
