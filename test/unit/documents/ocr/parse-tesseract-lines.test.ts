import { describe, expect, it } from 'vitest';
import { parseTesseractLines } from '../../../../electron/documents/ocr/parse-tesseract-lines.ts';

const box = (x0: number, x1: number) => ({ x0, y0: 0, x1, y1: 10 });

describe('parseTesseractLines', () => {
  it('gives words with a space between, and each sign its place', () => {
    const symbols = (text: string, from: number) =>
      Array.from(text, (sign, place) => ({
        text: sign,
        bbox: box(from + place * 10, from + place * 10 + 10),
      }));
    const words = [
      { text: '12', confidence: 90, bbox: box(0, 20), symbols: symbols('12', 0) },
      { text: '34', confidence: 90, bbox: box(30, 50), symbols: symbols('34', 30) },
    ];
    const lines = [{ bbox: box(0, 50), confidence: 90, words }];
    const [line] = parseTesseractLines(JSON.stringify({ blocks: [{ paragraphs: [{ lines }] }] }));
    expect(line).toMatchObject({ text: '12 34', confidence: 0.9 });
    expect(line?.characters.map(({ text }) => text).join('')).toBe('12 34');
    expect(line?.characters[3]?.at).toBeCloseTo(0.7);
  });

  it('takes an empty page', () => {
    expect(parseTesseractLines('{"blocks":null}')).toEqual([]);
    expect(parseTesseractLines('{"blocks":[{"paragraphs":null}]}')).toEqual([]);
  });
});
