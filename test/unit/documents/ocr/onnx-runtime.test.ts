import { expect, test } from 'vitest';
import { packageAssets } from '../../../../electron/documents/assets/package-assets.ts';
import { openOnnxRuntime } from '../../../../electron/documents/ocr/onnx-runtime.ts';
import { openPaddleEngine } from '../../../../electron/documents/ocr/paddle-engine.ts';
import { openPage } from '../../../bench/documents/open-page.ts';
import { corpusItem } from '../../../support/corpus/make-corpus.ts';

const assets = packageAssets();

async function linesOf(isPortableOnly: boolean): Promise<string[]> {
  const item = await corpusItem({ seed: 3, count: 1, kinds: ['pan'], damages: ['scan'] }, 0);
  const page = await openPage(item.pages[0]?.bytes ?? new Uint8Array(), assets);
  const engine = await openPaddleEngine({ ...assets, isPortableOnly });
  const texts: string[] = [];
  for (const place of await engine.findLines(page)) texts.push((await engine.readLine(page, place)).text);
  await engine.release();
  return texts;
}

test('WebAssembly takes over where the native library may not be used, and reads the same', async () => {
  expect((await openOnnxRuntime({ ...assets, isPortableOnly: true })).name).toBe('web');
  const portable = await linesOf(true);
  expect(portable.length).toBeGreaterThan(5);
  expect(await linesOf(false)).toEqual(portable);
}, 60_000);

test.skipIf(process.platform === 'darwin' && process.arch === 'x64')(
  'the native library is used (it has none for Macs with Intel processors)',
  async () => {
    expect((await openOnnxRuntime(assets)).name).toBe('native');
  },
);
