import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCodes } from '../../../electron/documents/codes/read-codes.ts';
import { decodeRaster } from '../../../electron/documents/pages/decode-raster.ts';
import { pageWithCode, type DrawnOn } from '../../support/aadhaar/drawn-code.ts';
import { codeAssets } from '../../support/aadhaar/package-assets.ts';
import { corpusItem } from '../../support/corpus/make-corpus.ts';

const published = readFileSync(new URL('../../fixtures/aadhaar/secure-qr-test-v2.txt', import.meta.url))
  .toString('latin1')
  .trim();

const card: DrawnOn = { width: 1011, height: 638, dotsPerInch: 300, left: 620, top: 140, side: 355 };

const hard = { 'low-200': { seed: 9101, place: 1 }, 'phone-poor': { seed: 77_001, place: 13 } };

/** A4 with a card's code of 30 mm. */
function a4(dotsPerInch: number): DrawnOn {
  const pixels = (millimetres: number) => Math.round((millimetres / 25.4) * dotsPerInch);
  return {
    ...{ width: pixels(210), height: pixels(297), dotsPerInch },
    ...{ left: pixels(120), top: pixels(60), side: pixels(32) },
  };
}

test.each([
  ['a card at 300', card],
  ['a card on its head', { ...card, turn: 180 }],
  ['a card on its side', { ...card, turn: 90 }],
  ['a page at 300', a4(300)],
  ['a page at 600', a4(600)],
  ['a page at 600 that does not say so', { ...a4(600), dotsPerInch: null }],
])('the code of %s is read, and its place is told', async (_, on) => {
  const { read, unread } = await readCodes(await pageWithCode(published, on), codeAssets);
  const [code, ...others] = read;
  expect([...others, ...unread]).toEqual([]);
  expect(code?.text).toBe(published);
  expect(Buffer.from(code?.bytes ?? []).toString('latin1')).toBe(published);
  const box = code?.box ?? { x: 0, y: 0, width: 0, height: 0 };
  // The drawing has four modules of margin around the code.
  const margin = (on.side * 4) / 133;
  expect(Math.abs(box.x * on.width - on.left - margin)).toBeLessThan(margin);
  expect(Math.abs(box.y * on.height - on.top - margin)).toBeLessThan(margin);
  expect(Math.abs(box.width * on.width + 2 * margin - on.side)).toBeLessThan(margin * 2);
});

test.each(['low-200', 'phone-poor'] as const)('cards under the damage %s are read', async (damage) => {
  // The engine alone, even after enlarging, reads neither of these.
  const options = { seed: hard[damage].seed, count: 24, kinds: ['aadhaar-back'], damages: [damage] } as const;
  const { pages, truth } = await corpusItem(options, hard[damage].place);
  const page = await decodeRaster(pages[0]?.bytes ?? Buffer.alloc(0), 0, {});
  if (!page.ok) throw new Error('A page of the corpus cannot be decoded');
  const { read, unread } = await readCodes(page.value, codeAssets);
  const [code, ...others] = read;
  expect([...others, ...unread]).toEqual([]);
  expect(code?.text === truth.codeText()).toBe(true);
});

test('a code that is spoiled is told by its place, also beside one that can be read', async () => {
  const page = await pageWithCode(published, a4(300));
  const spoiled = await pageWithCode(published, { ...a4(300), top: 1800 });
  for (const [at, value] of spoiled.pixels.entries()) {
    // Its corner marks stay: between them nothing is what it was.
    const y = Math.floor(at / 3 / page.width);
    const x = Math.floor(at / 3) % page.width;
    const isData = x > 1540 && x < 1680 && y > 1800;
    if (y > 1700) page.pixels[at] = isData ? (((x >> 2) + (y >> 2) * 7) % 3 === 0 ? 0 : 255) : value;
  }
  const { read, unread } = await readCodes(page, codeAssets);
  expect(read.map(({ text }) => text === published)).toEqual([true]);
  expect(unread).toHaveLength(1);
  const [box] = unread;
  expect((box?.y ?? 0) * page.height).toBeGreaterThan(1750);
  expect((box?.width ?? 0) * page.width).toBeGreaterThan(300);
});

test('a page without a code has none', async () => {
  const pixels = new Uint8Array(600 * 400 * 3).map((_, at) => (at * 7919) % 256);
  expect(await readCodes({ width: 600, height: 400, pixels, dotsPerInch: 200 }, codeAssets)).toEqual({
    read: [],
    unread: [],
  });
});

test('pages of any size and noise are answered, and nothing is made up', async () => {
  const page = fc
    .record({ width: fc.integer({ min: 1, max: 90 }), height: fc.integer({ min: 1, max: 90 }) })
    .chain(({ width, height }) =>
      fc
        .uint8Array({ minLength: width * height * 3, maxLength: width * height * 3 })
        .map((pixels) => ({ width, height, pixels, dotsPerInch: null })),
    );
  await fc.assert(
    fc.asyncProperty(page, async (noise) => {
      expect(await readCodes(noise, codeAssets)).toEqual({ read: [], unread: [] });
    }),
    { numRuns: 60 },
  );
});
