import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import * as ort from 'onnxruntime-web';
import type { DocumentAsset, DocumentAssets } from '../document-assets.ts';

/** A network with one input and one output. */
export interface OnnxModel {
  run(input: Float32Array, shape: [number, number, number, number]): Promise<OnnxOutput>;
  release(): Promise<void>;
}

export interface OnnxOutput {
  values: Float32Array;
  shape: readonly number[];
}

/** From local bytes only; the WebAssembly too, or the runtime would ask the network for it. */
export async function openOnnxModel(assets: DocumentAssets, asset: DocumentAsset): Promise<OnnxModel> {
  await prepareRuntime(assets);
  const session = await ort.InferenceSession.create(await readFile(assets.path(asset)), {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
    // Every line has a size of its own: an arena would keep room for each, and WebAssembly never gives any back.
    enableCpuMemArena: false,
    enableMemPattern: false,
  });
  const [inputName = 'x'] = session.inputNames;
  const [outputName = ''] = session.outputNames;
  return {
    async run(input, shape) {
      const outputs = await session.run({ [inputName]: new ort.Tensor('float32', input, shape) });
      const output = outputs[outputName];
      if (!(output?.data instanceof Float32Array)) throw new Error(`${asset} gave no numbers`);
      return { values: output.data, shape: output.dims };
    },
    release: () => session.release(),
  };
}

let preparing: Promise<void> | null = null;

/**
 * Two threads where the PC has two processors: lines are read 1.4 times as fast. The runtime starts its second thread
 * from its own file's address, which a bundle does not have: hence the file.
 */
function prepareRuntime(assets: DocumentAssets): Promise<void> {
  preparing ??= readFile(assets.path('ort-wasm-simd-threaded.wasm')).then((wasm) => {
    ort.env.wasm.numThreads = Math.min(2, availableParallelism());
    ort.env.wasm.proxy = false;
    ort.env.wasm.wasmBinary = wasm;
    ort.env.wasm.wasmPaths = { mjs: pathToFileURL(assets.path('ort-wasm-simd-threaded.mjs')).href };
    ort.env.logLevel = 'error';
  });
  return preparing;
}
