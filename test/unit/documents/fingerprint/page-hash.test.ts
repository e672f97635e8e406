import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { pageHash, photoHash } from '../../../../electron/documents/fingerprint/page-hash.ts';
import { perceptualHash } from '../../../../shared/domain/documents/document-reading.ts';
import { hashDistance, nearHashes } from '../../../../shared/domain/documents/hash-distance.ts';

/** A page of made-up lines: each seed writes its own. */
function writtenPage(seed: number): Promise<Buffer> {
  let state = seed;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const words = Array.from(
    { length: 160 },
    () =>
      `<rect x="${60 + next() * 800}" y="${80 + Math.floor(next() * 40) * 32}" width="${30 + next() * 120}" height="12"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1414">
    <rect width="1000" height="1414" fill="#eee"/>${words.join('')}</svg>`;
  return sharp(Buffer.from(svg)).flatten().png().toBuffer();
}

async function hashOf(file: Buffer, hash = pageHash): Promise<string> {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return hash({ width: info.width, height: info.height, pixels: data, dotsPerInch: null });
}

let page: Buffer;
beforeAll(async () => {
  page = await writtenPage(7);
});

test('a hash is as the contract says, and the same each time', async () => {
  expect(perceptualHash.safeParse(await hashOf(page)).success).toBe(true);
  expect(await hashOf(page)).toBe(await hashOf(page));
});

test.each<[string, (file: Buffer) => Promise<Buffer>]>([
  ['pressed hard', (file) => sharp(file).jpeg({ quality: 35 }).toBuffer()],
  ['shrunk', (file) => sharp(file).resize(700).jpeg().toBuffer()],
  ['blurred', (file) => sharp(file).blur(1.2).toBuffer()],
  ['made darker', (file) => sharp(file).modulate({ brightness: 0.8 }).toBuffer()],
])('a copy that was %s is near its scan', async (_name, change) => {
  const distance = hashDistance(await hashOf(page), await hashOf(await change(page)));
  expect(distance).toBeLessThanOrEqual(nearHashes);
  expect(
    hashDistance(await hashOf(page, photoHash), await hashOf(await change(page), photoHash)),
  ).toBeLessThan(26);
});

test('another page is far from it', async () => {
  for (const seed of [8, 9, 10]) {
    expect(hashDistance(await hashOf(page), await hashOf(await writtenPage(seed)))).toBeGreaterThan(60);
  }
});
