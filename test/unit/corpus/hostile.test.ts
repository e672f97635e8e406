import sharp from 'sharp';
import { expect, it } from 'vitest';
import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import { hostileFile } from '../../support/corpus/hostile/hostile-file.ts';
import { hostilePayload } from '../../support/corpus/hostile/hostile-payload.ts';
import { pngBomb, tiffOfManyDirectories } from '../../support/corpus/hostile/picture-bombs.ts';

it('makes each kind, small, and the same for the same seed', async () => {
  const kinds = new Set<string>();
  for (let seed = 0; seed < 200; seed += 1) {
    const file = await hostileFile(seed);
    kinds.add(file.kind);
    expect(file.bytes.length).toBeLessThan(8_000_000);
    if (seed % 5 === 0) expect((await hostileFile(seed)).bytes.equals(file.bytes)).toBe(true);
  }
  expect([...kinds].sort()).toEqual([
    'code',
    'mislabelled',
    'mutated',
    'pdf-bomb',
    'picture-bomb',
    'xml',
    'zip-bomb',
  ]);
});

it('has bombs that say what they would fill', async () => {
  const bomb = pngBomb(30_000, 30_000, true);
  expect(bomb.length).toBeLessThan(3_000_000);
  const { width, height } = await sharp(bomb, { limitInputPixels: false }).metadata();
  expect([width, height]).toEqual([30_000, 30_000]);
  expect(tiffOfManyDirectories().length).toBe(6_000_008);
});

it('makes wild payloads that repeat', () => {
  const payloads = Array.from({ length: 60 }, (_, seed) => hostilePayload(seed));
  expect(payloads.every((payload, seed) => hostilePayload(seed) === payload)).toBe(true);
  expect(new Set(payloads).size).toBeGreaterThan(45);
  expect(payloads.filter((payload) => !/^\d+$/.test(payload)).some(containsAadhaarNumber)).toBe(false);
});
