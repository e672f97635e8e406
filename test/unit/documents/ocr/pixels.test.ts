import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureTensor } from '../../../../electron/documents/ocr/picture-tensor.ts';
import { cutOut, scalePage } from '../../../../electron/documents/ocr/sample-pixels.ts';
import { turnPage, type QuarterTurns } from '../../../../electron/documents/ocr/turn-page.ts';
import { cropPage } from '../../../../electron/documents/reading/crop-page.ts';
import type { RasterPage } from '../../../../electron/documents/raster-page.ts';

const pages = fc
  .record({ width: fc.integer({ min: 1, max: 12 }), height: fc.integer({ min: 1, max: 12 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: width * height * 3, maxLength: width * height * 3 })
      .map((pixels): RasterPage => ({ width, height, pixels, dotsPerInch: null })),
  );

const turn = (page: RasterPage, ...quarters: QuarterTurns[]) => quarters.reduce(turnPage, page);

describe('turnPage', () => {
  it('comes back after four quarters, and turns as far in one go as step by step', () => {
    fc.assert(
      fc.property(pages, (page) => {
        expect(turn(page, 1, 1, 1, 1)).toEqual(page);
        expect(turn(page, 1, 1)).toEqual(turnPage(page, 2));
        expect(turn(page, 1, 2)).toEqual(turnPage(page, 3));
      }),
    );
  });

  it('turns clockwise', () => {
    const page = { width: 2, height: 1, pixels: Uint8Array.of(1, 1, 1, 2, 2, 2), dotsPerInch: null };
    expect(turnPage(page, 1)).toMatchObject({ width: 1, height: 2, pixels: Uint8Array.of(1, 1, 1, 2, 2, 2) });
    expect(turnPage(page, 3).pixels).toEqual(Uint8Array.of(2, 2, 2, 1, 1, 1));
  });
});

describe('cutOut', () => {
  it('gives an upright page back as it is', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const { width, height } = page;
        const place = { centreX: width / 2, centreY: height / 2, width, height, angle: 0 };
        expect(cutOut(page, place, height).pixels).toEqual(page.pixels);
      }),
    );
  });
});

describe('scalePage and cropPage', () => {
  it('average what falls together, and cut what was asked for', () => {
    const page = { width: 2, height: 1, pixels: Uint8Array.of(10, 0, 0, 30, 0, 0), dotsPerInch: 300 };
    expect(scalePage(page, 1, 1)).toEqual({
      width: 1,
      height: 1,
      pixels: Uint8Array.of(20, 0, 0),
      dotsPerInch: 150,
    });
    expect(cropPage(page, { x: 1, y: 0, width: 1, height: 1 }).pixels).toEqual(Uint8Array.of(30, 0, 0));
  });
});

describe('pictureTensor', () => {
  it('orders blue, green, red, and leaves what is padded at zero', () => {
    const page = { width: 1, height: 1, pixels: Uint8Array.of(255, 0, 0), dotsPerInch: null };
    const half = { mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5] } as const;
    expect(Array.from(pictureTensor(page, 2, 1, half))).toEqual([-1, 0, -1, 0, 1, 0]);
  });
});
