import { describe, expect, it } from 'vitest';
import type { PageLine } from '../../../../electron/documents/reading/page-lines.ts';
import { numbersOnLines } from '../../../../electron/documents/reading/page-numbers.ts';
import { aadhaarLikeNumber } from '../../../support/samples/aadhaar-like.ts';

const place = { centreX: 100, centreY: 20, width: 200, height: 20, angle: 0 };
const read = (text: string) => ({
  text,
  confidence: 0.9,
  place,
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
});
