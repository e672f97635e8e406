import sharp from 'sharp';
import { expect, it } from 'vitest';
import { encodePage } from '../../../../electron/documents/pages/encode-page.ts';

it.each(['png', 'jpeg'] as const)(
  'writes a %s with its resolution and nothing else of a scan',
  async (as) => {
    const pixels = new Uint8Array(40 * 30 * 3).fill(90);
    const page = { width: 40, height: 30, pixels };
    const encoded = await encodePage({ ...page, dotsPerInch: 300 }, as);
    const { format, density, exif, xmp, iptc, icc, comments } = await sharp(encoded).metadata();
    expect([format, density]).toEqual([as, 300]);
    expect([exif, xmp, iptc, icc, comments]).toEqual(Array(5).fill(undefined));
    const { data } = await sharp(encoded).raw().toBuffer({ resolveWithObject: true });
    expect(data.every((value) => Math.abs(value - 90) < 3)).toBe(true);
    const unknown = await sharp(await encodePage({ ...page, dotsPerInch: null }, as)).metadata();
    expect([unknown.width, unknown.exif]).toEqual([40, undefined]);
  },
);
