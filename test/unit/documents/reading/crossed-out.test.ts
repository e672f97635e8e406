import { describe, expect, it } from 'vitest';
import { burnOut } from '../../../../electron/documents/masking/burn-out.ts';
import type { RasterPage } from '../../../../electron/documents/raster-page.ts';
import { crossedOut } from '../../../../electron/documents/reading/crossed-out.ts';
import type { PageLine } from '../../../../electron/documents/reading/page-lines.ts';
import { numbersOnLines } from '../../../../electron/documents/reading/page-numbers.ts';
import { aadhaarLikeNumber } from '../../../support/samples/aadhaar-like.ts';

const digit = 20;

function page(): RasterPage {
  return { width: 800, height: 400, dotsPerInch: null, pixels: new Uint8Array(800 * 400 * 3).fill(235) };
}

/** A line whose signs are `digit` pixels wide. */
function line(text: string, x: number, y: number): PageLine {
  const width = text.length * digit;
  const characters = Array.from(text, (sign, at) => ({ text: sign, at: (at + 0.5) / text.length }));
  const place = { centreX: x + width / 2, centreY: y, width, height: 30, angle: 0 };
  return { first: { text, confidence: 0.9, place, characters }, second: null };
}

function bar(on: RasterPage, x: number, y: number, width: number, height = 43): void {
  burnOut(on, { centreX: x + width / 2, centreY: y, width, height, angle: 0 });
}

/** A page with a bar as long as eight digits, and what was read to its right. */
function barred(texts: readonly PageLine[], draw = (on: RasterPage) => bar(on, 100, 100, 10 * digit)) {
  const on = page();
  draw(on);
  return crossedOut(on, texts, numbersOnLines(texts, 'aadhaar'))?.last4 ?? null;
}

const last4 = line('8734', 315, 100);

describe('a number under a black bar', () => {
  it('is one that came masked, with its last four', () => {
    expect(barred([line('Government of India', 100, 40), last4])).toBe('8734');
    expect(barred([line('|  8734.', 280, 100)])).toBe('8734');
    expect(barred([last4, line('0141-2227481', 100, 300)])).toBe('8734');
  });

  it('is one with crosses in its place', () => {
    expect(barred([line('XXXX XXXX 1234', 100, 100)], () => undefined)).toBe('1234');
  });

  it.each<[string, (on: RasterPage) => void]>([
    ['nothing', () => undefined],
    ['a dark grey', (on) => on.pixels.fill(110, 80 * 800 * 3, 120 * 800 * 3)],
    ['a bar too short', (on) => bar(on, 250, 100, 2 * digit)],
    ['a bar as long as a virtual id’s', (on) => bar(on, 10, 100, 15 * digit)],
    ['a bar far away', (on) => bar(on, 20, 100, 10 * digit)],
    ['a bar in another row', (on) => bar(on, 100, 160, 10 * digit)],
    ['a dark edge from top to bottom', (on) => bar(on, 100, 200, 10 * digit, 400)],
    ['a line under it', (on) => bar(on, 100, 114, 10 * digit, 3)],
  ])('is not where %s stands beside the digits', (_, draw) => {
    expect(barred([last4], draw)).toBeNull();
  });

  it.each<[string, PageLine[]]>([
    ['more digits stand on the line', [line('1 8734', 280, 100)]],
    ['fewer do', [line('873', 315, 100)]],
    ['another number can be read', [last4, line(aadhaarLikeNumber(), 100, 300)]],
    ['one can be read in part', [last4, line(aadhaarLikeNumber().slice(0, -1), 100, 300)]],
    ['it is a virtual id', [line('VID :', 0, 100), last4]],
  ])('is not where %s', (_, lines) => {
    expect(barred(lines)).toBeNull();
  });

  it('is not where two bars leave different digits', () => {
    const draw = (on: RasterPage) => [100, 300].forEach((y) => bar(on, 100, y, 10 * digit));
    expect(barred([last4, line('8734', 315, 300)], draw)).toBe('8734');
    expect(barred([last4, line('1947', 315, 300)], draw)).toBeNull();
  });
});
