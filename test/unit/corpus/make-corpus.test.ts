import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { expect, it } from 'vitest';
import { damages, type DamagedPicture, type PixelBox } from '../../support/corpus/damage.ts';
import {
  inTurn,
  inverted,
  mapPoint,
  rotating,
  shifting,
  slanting,
} from '../../support/corpus/damage/homography.ts';
import { makeRasterPdf } from '../../support/corpus/files/pdf.ts';
import { makeTiff } from '../../support/corpus/files/tiff.ts';
import { corpusItem, makeCorpus } from '../../support/corpus/make-corpus.ts';

it('gives the same bytes for the same seed, and others for another', async () => {
  const options = { seed: 3, count: 2, kinds: ['aadhaar-back', 'pan'], damages: ['phone'] } as const;
  const first = await made(options);
  expect(await made(options)).toEqual(first);
  expect(await made({ ...options, seed: 4 })).not.toEqual(first);
});

async function made(options: Parameters<typeof makeCorpus>[0]): Promise<string[]> {
  const files: string[] = [];
  for await (const { name, pages } of makeCorpus(options)) {
    files.push(name, ...pages.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')));
  }
  return files;
}

it.each(damages)('marks lie where the ink is: %s', async (damage) => {
  const item = await corpusItem({ seed: 8, count: 1, kinds: ['aadhaar-front'], damages: [damage] }, 0);
  const [page] = item.pages;
  if (!page) throw new Error('No page');
  const shown = await pixelsOf(sharp(page.bytes).rotate());
  expect([shown.width, shown.height]).toEqual([page.width, page.height]);
  const upright = await uprightPixels(page);
  for (const [picture, marks] of [
    [shown, page.marks],
    [upright, page.uprightMarks],
  ] as const) {
    const number = marks.find(({ what }) => what === 'number')?.box;
    if (!number) throw new Error('No number');
    // Bold digits fill a good part of their box; the strip as far below again holds a line at most.
    expect(darkShare(picture, number)).toBeGreaterThan(0.2);
    const isSideways = number.height > number.width;
    const along = isSideways
      ? { ...number, y: number.y - number.height * 0.2, height: number.height * 0.15 }
      : { ...number, x: number.x - number.width * 0.2, width: number.width * 0.15 };
    expect(darkShare(picture, along)).toBeLessThan(0.03);
  }
});

interface Grey {
  data: Buffer;
  width: number;
  height: number;
}

async function pixelsOf(picture: Sharp): Promise<Grey> {
  const { data, info } = await picture.greyscale().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

async function uprightPixels({ bytes, quarterTurns }: DamagedPicture): Promise<Grey> {
  const shown = await sharp(bytes).rotate().png().toBuffer();
  return pixelsOf(sharp(shown).rotate((4 - quarterTurns) * 90));
}

/** Of pixels clearly darker than the paper about them. */
function darkShare({ data, width }: Grey, box: PixelBox): number {
  const values: number[] = [];
  for (let y = Math.ceil(box.y); y < box.y + box.height; y += 1) {
    for (let x = Math.ceil(box.x); x < box.x + box.width; x += 1) values.push(data[y * width + x] ?? 255);
  }
  const paper = [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.9)] ?? 255;
  return values.filter((value) => value < paper * 0.6).length / values.length;
}

it('maps there and back', () => {
  const map = inTurn(slanting(0.0002, -0.0001), rotating(17), shifting(30, 40));
  const { x, y } = mapPoint(inverted(map), mapPoint(map, { x: 321, y: 123 }));
  expect([x, y]).toEqual([expect.closeTo(321, 6), expect.closeTo(123, 6)]);
});

it('puts pages of several sizes into TIFF and PDF', async () => {
  const items = [];
  for await (const item of makeCorpus({
    seed: 2,
    count: 2,
    kinds: ['pan', 'aadhaar-front'],
    damages: ['low-150'],
  })) {
    items.push(...item.pages);
  }
  for (const packing of ['none', 'deflate', 'jpeg'] as const) {
    const tiff = await makeTiff(items, { packing });
    for (const [page, item] of items.entries()) {
      const { width, height, pages, density } = await sharp(tiff, { page }).metadata();
      expect([width, height, pages, density]).toEqual([item.width, item.height, 2, 300]);
      const [own, read] = [await pixelsOf(sharp(item.bytes)), await pixelsOf(sharp(tiff, { page }))];
      expect(read.data.length).toBe(own.data.length);
      if (packing !== 'jpeg') expect(read.data.equals(own.data)).toBe(true);
    }
  }
  const pdf = await makeRasterPdf(items);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.equals(await makeRasterPdf(items))).toBe(true);
});
