import { readFile } from 'node:fs/promises';
import type { DocumentAsset, DocumentAssets } from '../document-assets.ts';
import { fewerPasses } from './network/fewer-passes.ts';
import type { OnnxRuntime } from './onnx-runtime.ts';

/** A network with one input and one output. */
export interface OnnxModel {
  run(input: Float32Array, shape: [number, number, number, number]): Promise<OnnxOutput>;
  release(): Promise<void>;
}

export interface OnnxOutput {
  values: Float32Array;
  shape: readonly number[];
}

export async function openOnnxModel(
  runtime: OnnxRuntime,
  assets: DocumentAssets,
  asset: DocumentAsset,
): Promise<OnnxModel> {
  const network = await readFile(assets.path(asset));
  const session = await runtime.open(assets.areNetworksRewritten === true ? network : fewerPasses(network));
  const [inputName = 'x'] = session.inputNames;
  const [outputName = ''] = session.outputNames;
  return {
    async run(input, shape) {
      const outputs = await session.run({ [inputName]: new runtime.Tensor('float32', input, shape) });
      const output = outputs[outputName];
      if (!(output?.data instanceof Float32Array)) throw new Error(`${asset} gave no numbers`);
      return { values: output.data, shape: output.dims };
    },
    release: () => session.release(),
  };
}
