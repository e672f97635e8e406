import { describe, expect, it } from 'vitest';
import { decodeSteps } from '../../../../electron/documents/ocr/decode-steps.ts';

const alphabet = ['a', 'b'];

/** One step for each sign; `-` is "nothing". */
function answer(steps: string): Float32Array {
  return Float32Array.from(
    Array.from(steps).flatMap((sign) => ['-', 'a', 'b'].map((each) => (each === sign ? 0.8 : 0.1))),
  );
}

describe('decodeSteps', () => {
  it('takes repeated steps for one letter, and two with a nothing between for two', () => {
    const read = decodeSteps(answer('-aa-ab--'), 8, alphabet, 1);
    expect(read.text).toBe('aab');
    expect(read.confidence).toBeCloseTo(0.8);
  });

  it('puts a letter in the middle of its steps', () => {
    const { characters } = decodeSteps(answer('-aa-b---'), 8, alphabet, 1);
    expect(characters.map(({ at }) => at)).toEqual([2 / 8, 4.5 / 8]);
  });

  it('measures along the line, not along what was padded', () => {
    const { characters } = decodeSteps(answer('---b----'), 8, alphabet, 2);
    expect(characters[0]?.at).toBeCloseTo((3.5 / 8) * 2);
  });

  it('reads nothing in nothing', () => {
    expect(decodeSteps(answer('----'), 4, alphabet, 1)).toEqual({ text: '', confidence: 0, characters: [] });
    expect(decodeSteps(new Float32Array(), 0, alphabet, 1).text).toBe('');
  });
});
