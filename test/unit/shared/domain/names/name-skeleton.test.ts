import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameSkeleton } from '../../../../../shared/domain/names/name-skeleton.ts';
import { heldOutPairs } from '../../../../support/names/held-out-pairs.ts';
import { tuningPairs } from '../../../../support/names/tuning-pairs.ts';

const words = [
  ...new Set([...tuningPairs, ...heldOutPairs].flatMap(({ a, b }) => `${a} ${b}`.split(/[^\p{L}\p{M}]+/u))),
].filter((word) => word.length > 2);

describe('nameSkeleton', () => {
  it.each([
    ['sit', 'Sita Seeta सीता'],
    ['muhmd', 'Mohammad Mohd Md Mohammed Muhammad मोहम्मद मुहम्मद'],
    ['agrbl', 'Agarwal Agrawal अग्रवाल'],
    ['cgn', 'Chhagan Chagan छगन'],
    ['bisnu', 'Vishnu Bishnu विष्णु'],
    ['lksmn', 'Laxman Lakshman लक्ष्मण'],
    ['cudri', 'Choudhary Chaudhary Chowdhary चौधरी'],
    ['rtud', 'Rathore Rathor Rathod राठौड़ राठौड'],
    ['sing', 'Singh सिंह'],
    ['pri', 'Priya प्रिया'],
    ['0417', '0417 ०४१७'],
    ['k11034638', 'K11034638'],
  ])('%s: %s', (key, spellings) => {
    expect(spellings.split(' ').map(nameSkeleton)).toEqual(spellings.split(' ').map(() => key));
  });

  it('of a beginning is nearly always a beginning', () => {
    const beginnings = words.flatMap((word) =>
      Array.from(word, (_, at) => word.slice(0, at + 1)).map((beginning) => ({ beginning, word })),
    );
    const missed = beginnings.filter(
      ({ beginning, word }) => !nameSkeleton(word).startsWith(nameSkeleton(beginning)),
    );
    const rate = 1 - missed.length / beginnings.length;
    console.info(
      `Beginnings whose key begins the word's: ${(100 * rate).toFixed(1)} % of ${beginnings.length}`,
    );
    expect(rate).toBeGreaterThan(0.96);
  });

  it('is lower-case ASCII, the same whatever the case, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...words)), (word) => {
        expect(nameSkeleton(word)).toMatch(/^[a-z0-9]*$/);
        expect(nameSkeleton(word.toLowerCase())).toBe(nameSkeleton(word));
      }),
    );
  });

  it.each(['', '़', '्', 'ਸਿੰਘ', '😀', '   '])('%j has none', (word) => {
    expect(nameSkeleton(word)).toBe('');
  });
});
