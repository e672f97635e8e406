import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { packageAssets } from '../../../../electron/documents/assets/package-assets.ts';
import { ocrEngines } from '../../../../electron/documents/ocr/ocr-engines.ts';
import { openPage } from '../../../bench/documents/open-page.ts';
import { corpusItem } from '../../../support/corpus/make-corpus.ts';

const assets = packageAssets();
const apart = ocrEngines(assets);
const together = ocrEngines({ ...assets, secondThread: null });
afterAll(() => Promise.all([apart.release(), together.release()]));

test('in its own thread the second engine reads what it reads in the first, and so does the reader of codes', async () => {
  const item = await corpusItem({ seed: 11, count: 1, kinds: ['aadhaar-back'], damages: ['scan'] }, 0);
  const page = await openPage(item.pages[0]?.bytes ?? new Uint8Array(), assets);
  const [place] = await (await apart.paddle()).findLines(page);
  if (!place) throw new Error('The card has no line');
  for (const languages of ['eng', 'eng+hin'] as const) {
    const read = await (await apart.tesseract()).readLine(page, place, languages);
    expect(read.text).not.toBe('');
    expect(read).toEqual(await (await together.tesseract()).readLine(page, place, languages));
  }
  const codes = await apart.codes(page);
  expect(codes.read).toHaveLength(1);
  expect(codes).toEqual(await together.codes(page));
  // Ended, it starts again when it is needed.
  await apart.release();
  expect((await apart.codes(page)).read).toHaveLength(1);
}, 60_000);

test('where the thread fails, its process ends instead of waiting for ever', async () => {
  const script = fileURLToPath(new URL('./broken-thread.ts', import.meta.url));
  const child = fork(script, { execArgv: [], stdio: 'ignore' });
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(1);
}, 30_000);
