import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsRound } from '../../../../electron/documents/masking/bands-round.ts';
import { burnOut } from '../../../../electron/documents/masking/burn-out.ts';
import { regionOf } from '../../../../electron/documents/masking/number-region.ts';
import { readablePiece } from '../../../../electron/documents/masking/readable-digits.ts';
import { wantsHand } from '../../../../electron/documents/masking/wants-hand.ts';
import type { RasterPage } from '../../../../electron/documents/raster-page.ts';

const white = (width: number, height: number): RasterPage => ({
  width,
  height,
  pixels: new Uint8Array(width * height * 3).fill(255),
  dotsPerInch: null,
});

/** Evenly spaced along the line; a space takes a place too. */
const spread = (text: string) =>
  Array.from(text, (sign, place) => ({ text: sign, at: (place + 0.5) / text.length }));

describe('burnOut', () => {
  it('blackens all that the box covers, at any angle, and never leaves the page', () => {
    const anywhere = fc.double({ min: -10, max: 50, noNaN: true });
    const angle = fc.double({ min: -0.8, max: 0.8, noNaN: true });
    fc.assert(
      fc.property(anywhere, anywhere, angle, (centreX, centreY, turned) => {
        const page = white(40, 40);
        const box = { centreX, centreY, width: 16, height: 6, angle: turned };
        burnOut(page, box);
        for (let y = 0; y < 40; y += 1) {
          for (let x = 0; x < 40; x += 1) {
            const dx = x + 0.5 - centreX;
            const dy = y + 0.5 - centreY;
            const along = Math.abs(dx * Math.cos(turned) + dy * Math.sin(turned));
            const across = Math.abs(dy * Math.cos(turned) - dx * Math.sin(turned));
            const value = page.pixels[(y * 40 + x) * 3];
            if (along <= 8 && across <= 3) expect(value).toBe(0);
            if (along > 10 || across > 5) expect(value).toBe(255);
          }
        }
      }),
    );
  });
});

describe('regionOf', () => {
  const place = { centreX: 140, centreY: 20, width: 280, height: 20, angle: 0 };

  it('covers the first eight digits, ends in the gap before the last four, and stands out above and below', () => {
    const region = regionOf(place, spread('1234 5678 9012'), 0, 8);
    const left = region.centreX - region.width / 2;
    const right = region.centreX + region.width / 2;
    expect(left).toBeLessThanOrEqual(0);
    expect(right).toBeGreaterThan(180);
    expect(right).toBeLessThan(200);
    expect(region.height).toBeCloseTo(20 * 1.44);
  });

  it('follows a slanted line', () => {
    const region = regionOf({ ...place, angle: 0.3 }, spread('1234 5678 9012'), 0, 8);
    expect(region.angle).toBe(0.3);
    expect(region.centreY).toBeLessThan(20);
  });
});

describe('readablePiece', () => {
  it('finds the longest piece of a secret, over what stands between the digits', () => {
    const piece = readablePiece(spread('No 34 5-6 99'), ['12345678'], 4);
    expect(piece).toEqual({ count: 4, first: 3, last: 8 });
  });

  it('reads Devanagari digits too', () => {
    expect(readablePiece(spread('३४५६'), ['12345678'], 4)?.count).toBe(4);
  });

  it('passes over shorter pieces and other numbers', () => {
    expect(readablePiece(spread('345 999 8765'), ['12345678'], 4)).toBeNull();
    expect(readablePiece([], ['12345678'], 4)).toBeNull();
  });
});

describe('bandsRound', () => {
  const page = { width: 1000, height: 1000 };

  it('joins what lies together and keeps apart what does not', () => {
    const near = [
      { x: 100, y: 100, width: 200, height: 20 },
      { x: 100, y: 130, width: 200, height: 20 },
    ];
    const far = { x: 600, y: 900, width: 200, height: 20 };
    expect(bandsRound(near, page)).toHaveLength(1);
    expect(bandsRound([...near, far], page)).toHaveLength(2);
  });

  it('stays on the page, in whole pixels', () => {
    const [band] = bandsRound([{ x: 2.5, y: 990.5, width: 900, height: 30 }], page);
    expect(band).toMatchObject({ x: 0 });
    expect((band?.y ?? 0) + (band?.height ?? 0)).toBe(1000);
    expect(Number.isInteger(band?.y)).toBe(true);
  });
});

describe('wantsHand', () => {
  it.each([
    ['aadhaar', 'not-read', false, false, true],
    ['aadhaar', 'already-masked', false, false, false],
    ['aadhaar', 'fails', true, false, false],
    ['aadhaar', 'not-read', true, false, false],
    ['unknown', 'not-read', false, true, true],
    ['unknown', 'not-read', false, false, false],
    ['pan', 'not-read', false, true, false],
  ] as const)('%s, %s, number gone %s, in the slot %s: %s', (kind, numberCheck, isGone, belongs, wanted) => {
    expect(wantsHand({ kind, numberCheck }, { isCardNumberGone: isGone }, belongs)).toBe(wanted);
  });
});
