import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { packageAssets } from '../../../../electron/documents/assets/package-assets.ts';
import { maskPage } from '../../../../electron/documents/masking/mask-page.ts';
import { readablePiece } from '../../../../electron/documents/masking/readable-digits.ts';
import { ocrEngines } from '../../../../electron/documents/ocr/ocr-engines.ts';
import type { RasterPage } from '../../../../electron/documents/raster-page.ts';
import { readPage } from '../../../../electron/documents/reading/read-page.ts';
import { corpusItem, type CorpusItem } from '../../../support/corpus/make-corpus.ts';

const engines = ocrEngines(packageAssets());
afterAll(() => engines.release());

async function rasterOf({ pages }: CorpusItem): Promise<RasterPage> {
  const { data, info } = await sharp(pages[0]?.bytes)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: new Uint8Array(data), dotsPerInch: null };
}

describe('a card that came in upside down', () => {
  it('is turned, read, and keeps no more of its number than the last four', async () => {
    const item = await corpusItem(
      { seed: 4711, count: 1, kinds: ['aadhaar-front'], damages: ['turned-180'] },
      0,
    );
    const reading = await readPage(await rasterOf(item), 0, engines);
    const { last4, dob, name, gender } = item.truth.fields;
    expect(reading.kind).toBe('aadhaar');
    expect(reading.warnings).toContain('rotated');
    expect(reading.numberCheck).toBe('passes');
    for (const [field, value] of Object.entries({ last4, dob, name, gender })) {
      expect(reading.fields).toContainEqual(expect.objectContaining({ field, value }));
    }
    const number = item.person.aadhaar();
    expect(reading.numbers.some(({ digits }) => digits === number)).toBe(true);
    expect(JSON.stringify(reading.fields)).not.toContain(number);

    const request = { reading, pageNumber: 0, knownNumbers: [], codes: [], byHand: [] };
    const masked = await maskPage(request, engines);
    expect(masked.residue).toBe(0);
    expect(masked.regions.map(({ what }) => what)).toContain('number');
    // A reading of its own: nothing of the first eight, and still the last four.
    const again = await readPage(masked.page, 0, engines);
    const lines = again.lines.flatMap(({ first, second }) => (second === null ? [first] : [first, second]));
    for (const { characters } of lines) {
      expect(readablePiece(characters, [number.slice(0, 8)], 3)).toBeNull();
    }
    expect(lines.some(({ text }) => text.replace(/\D/g, '').endsWith(last4 ?? '?'))).toBe(true);
    // Read as what it is: masked before, with its last four.
    expect(again).toMatchObject({ kind: 'aadhaar', numberCheck: 'already-masked', numbers: [] });
    expect(again.fields).toContainEqual(expect.objectContaining({ field: 'last4', value: last4 }));
    expect(reading.page.pixels).not.toEqual(masked.page.pixels);
  }, 300_000);
});
