import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { packageAssets } from '../../../../../electron/documents/assets/package-assets.ts';
import type { DocumentAsset } from '../../../../../electron/documents/document-assets.ts';
import { fewerPasses } from '../../../../../electron/documents/ocr/network/fewer-passes.ts';
import { openNetwork } from '../../../../../electron/documents/ocr/network/network.ts';
import { detectionScale, pictureTensor } from '../../../../../electron/documents/ocr/picture-tensor.ts';
import { scalePage } from '../../../../../electron/documents/ocr/sample-pixels.ts';
import { openOnnxRuntime, type OnnxRuntime } from '../../../../../electron/documents/ocr/onnx-runtime.ts';
import { openPage } from '../../../../bench/documents/open-page.ts';
import { corpusItem } from '../../../../support/corpus/make-corpus.ts';

const assets = packageAssets();
type Shape = [batch: number, colours: number, height: number, width: number];
const networks: [DocumentAsset, Shape][] = [
  ['det.onnx', [1, 3, 320, 480]],
  ['rec.onnx', [1, 3, 48, 152]],
  ['cls.onnx', [1, 3, 48, 192]],
];

/** A picture with print on it, at whatever size: on noise a network for print is silent. */
async function printed([, , height, width]: Shape): Promise<Float32Array> {
  const item = await corpusItem({ seed: 3, count: 1, kinds: ['pan'], damages: ['scan'] }, 0);
  const page = await openPage(item.pages[0]?.bytes ?? new Uint8Array(), assets);
  return pictureTensor(scalePage(page, width, height), width, height, detectionScale);
}

async function resultOf(runtime: OnnxRuntime, bytes: Uint8Array, shape: Shape): Promise<Float32Array> {
  const session = await runtime.open(bytes);
  const input = new runtime.Tensor('float32', await printed(shape), shape);
  const outputs = await session.run({ [session.inputNames[0] ?? '']: input });
  const values = outputs[session.outputNames[0] ?? '']?.data as Float32Array;
  await session.release();
  return values;
}

test.each(networks)('%s computes the same after it', async (asset, shape) => {
  const runtime = await openOnnxRuntime(assets);
  const bytes = await readFile(assets.path(asset));
  const before = await resultOf(runtime, bytes, shape);
  const after = await resultOf(runtime, fewerPasses(bytes), shape);
  expect(before.length).toBeGreaterThan(0);
  expect(before.reduce((most, value) => Math.max(most, value), 0)).toBeGreaterThan(0.5);
  expect(after.length).toBe(before.length);
  const difference = before.reduce(
    (most, value, at) => Math.max(most, Math.abs(value - (after[at] ?? NaN))),
    0,
  );
  expect(difference).toBeLessThan(1e-4);
});

test.each(['det.onnx', 'rec.onnx'] as const)(
  '%s scales no whole picture by itself any more',
  async (asset) => {
    const bytes = await readFile(assets.path(asset));
    const count = (network: Uint8Array, opType: string) =>
      openNetwork(network).nodes.filter((node) => node.opType === opType).length;
    const after = fewerPasses(bytes);
    expect(count(bytes, 'Clip')).toBeGreaterThan(20);
    expect(count(after, 'Div')).toBe(count(bytes, 'Div') - count(bytes, 'Clip'));
    expect(count(after, 'BatchNormalization')).toBe(0);
    expect(count(after, 'Add')).toBeLessThan(count(bytes, 'Add') / 4);
  },
);

test('what it made is left as it is the second time', async () => {
  const once = fewerPasses(await readFile(assets.path('rec.onnx')));
  const types = (network: Uint8Array) => openNetwork(network).nodes.map(({ opType }) => opType);
  expect(types(fewerPasses(once))).toEqual(types(once));
});
