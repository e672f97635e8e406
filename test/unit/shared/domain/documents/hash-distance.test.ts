import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashDistance } from '../../../../../shared/domain/documents/hash-distance.ts';

const hash = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n });
const hex = (value: bigint) => value.toString(16).padStart(64, '0');

test('counts the bits that differ', () => {
  fc.assert(
    fc.property(hash, hash, (a, b) => {
      const bits = (a ^ b).toString(2).replaceAll('0', '').length;
      expect(hashDistance(hex(a), hex(b))).toBe(bits);
      expect(hashDistance(hex(b), hex(a))).toBe(bits);
    }),
  );
});

test('hashes of different lengths are never the same', () => {
  expect(hashDistance('ff', 'ff00')).toBe(8);
});
