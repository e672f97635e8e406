import { describe, expect, it } from 'vitest';
import type { PageLine } from '../../../../electron/documents/reading/page-lines.ts';
import { numbersOnLines } from '../../../../electron/documents/reading/page-numbers.ts';
import { aadhaarLikeNumber } from '../../../support/samples/aadhaar-like.ts';

const read = (text: string, centreX = 100, centreY = 20) => ({
  text,
  confidence: 0.9,
  place: { centreX, centreY, width: 200, height: 20, angle: 0 },
  characters: Array.from(text, (sign, at) => ({ text: sign, at: at / text.length })),
});
const line = (first: string, second: string | null = null): PageLine => ({
  first: read(first),
  second: second === null ? null : read(second),
});
const number = aadhaarLikeNumber();
const failing = number.slice(0, -1) + String((Number(number.at(-1)) + 1) % 10);

describe('numbersOnLines', () => {
  it('takes what either engine reads, those that pass first', () => {
    const found = numbersOnLines([line(failing, number)], 'aadhaar');
    expect(found.map(({ engine, isCertain }) => [engine, isCertain])).toEqual([
      ['print-second', true],
      ['print', false],
    ]);
  });

  it('leaves a payment reference on a form alone, and takes what is grouped or named', () => {
    const reference = failing.replaceAll(' ', '');
    expect(numbersOnLines([line(`UTR ${reference}`)], 'form')).toEqual([]);
    expect(numbersOnLines([line(`Aadhaar ${reference}`)], 'form')).toHaveLength(1);
    expect(numbersOnLines([line(failing)], 'form')).toHaveLength(1);
    expect(numbersOnLines([line(number)], 'form')).toHaveLength(1);
  });

  it.each(['Aadhaar number', 'आधार संख्या'])(
    'takes a misread one on a form that stands beside "%s"',
    (label) => {
      const misread = failing.replaceAll(' ', '');
      const at = (x: number, y: number, text: string): PageLine => ({
        first: read(text, x, y),
        second: null,
      });
      const row = [{ ...at(100, 60, ''), second: read(label, 100, 60) }, at(400, 60, misread)];
      const other = [at(100, 120, 'UTR'), at(400, 120, misread)];
      expect(numbersOnLines([...other, ...row], 'form').map(({ line: found }) => found)).toEqual([row[1]]);
    },
  );
});
