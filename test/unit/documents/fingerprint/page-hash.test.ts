import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { pageHash, photoHash } from '../../../../electron/documents/fingerprint/page-hash.ts';
import { perceptualHash } from '../../../../shared/domain/documents/document-reading.ts';
import { usualLimits } from '../../../../shared/domain/documents/checks/check-input.ts';
import { hashDistance } from '../../../../shared/domain/documents/hash-distance.ts';

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

async function hashOf(file: Buffer, hash: typeof pageHash = pageHash): Promise<string> {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const found = await hash({ width: info.width, height: info.height, pixels: data, dotsPerInch: null });
  return found ?? 'none';
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
  expect(distance).toBeLessThanOrEqual(usualLimits.scanDistance);
  expect(
    hashDistance(await hashOf(page, photoHash), await hashOf(await change(page), photoHash)),
  ).toBeLessThan(26);
});

test('another page is far from it', async () => {
  for (const seed of [8, 9, 10]) {
    expect(hashDistance(await hashOf(page), await hashOf(await writtenPage(seed)))).toBeGreaterThan(60);
  }
});

test('empty pages have none, however noisy: they are all alike', async () => {
  const create = { width: 1000, height: 1414, channels: 3, background: '#f4f2ee' } as const;
  const noise = { type: 'gaussian', mean: 0, sigma: 6 } as const;
  expect(await hashOf(await sharp({ create }).png().toBuffer())).toBe('none');
  const noisy = sharp({ create: { ...create, noise } }).jpeg({ quality: 70 });
  expect(await hashOf(await noisy.toBuffer())).toBe('none');
});

test('a page with little on it has one', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1414">
    <rect width="1000" height="1414" fill="#eee"/><rect x="90" y="180" width="430" height="12"/></svg>`;
  expect(await hashOf(await sharp(Buffer.from(svg)).png().toBuffer())).toMatch(/^[0-9a-f]{64}$/);
});
