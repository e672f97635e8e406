import sharp from 'sharp';
import { encode } from 'uqr';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locateCodes } from '../../../../electron/documents/codes/code-reader.ts';
import type { GrayPicture } from '../../../../electron/documents/codes/gray-picture.ts';
import { redrawCode } from '../../../../electron/documents/codes/redraw-code.ts';
import { resampleCode } from '../../../../electron/documents/codes/resample-code.ts';
import { codeAssets } from '../../../support/aadhaar/package-assets.ts';

const text = Array.from({ length: 2400 }, (_, at) => (at * at * 7) % 10).join('');
const { data, size } = encode(text, { ecc: 'L', boostEcc: false, border: 0 });
const drawn = redrawCode(
  Int8Array.from(data.flat(), (dark) => (dark ? 1 : -1)),
  size,
);
/** Of the drawing's three pixels a module. */
const quiet = 12;

/** The code as a scanner with `pixels` a module and a soft focus gives it. */
async function softScan(pixels: number, blur: number): Promise<GrayPicture> {
  const side = Math.round((drawn.width * pixels) / 3);
  const raw = { width: drawn.width, height: drawn.height, channels: 1 } as const;
  const { data: small } = await sharp(drawn.pixels, { raw })
    .resize(side, side)
    .linear(0.7, 40)
    .blur(blur)
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: side, height: side, pixels: small };
}

function cornersIn({ width }: GrayPicture, off: number) {
  const from = (quiet * width) / drawn.width;
  const to = width - from;
  return [
    { x: from + off, y: from },
    { x: to, y: from - off },
    { x: to - off, y: to },
    { x: from, y: to + off },
  ];
}

const wholeOf = ({ width, height }: GrayPicture) => ({ x: 0, y: 0, width, height });

test('a drawn code is read as it was', async () => {
  const [code] = await locateCodes(drawn, codeAssets);
  expect(code?.content?.text).toBe(text);
});

test.each([
  ['with less than two pixels a module', 1.6, 0.8],
  ['out of focus', 3, 1.8],
])(
  'a code %s, which the engine alone cannot read, is read from nearly right corners',
  async (_, pixels, blur) => {
    const picture = await softScan(pixels, blur);
    const alone = await locateCodes(picture, codeAssets);
    expect(alone.some(({ content }) => content !== null)).toBe(false);
    const code = { corners: cornersIn(picture, 0.5 * pixels), content: null };
    const read = await resampleCode(picture, code, wholeOf(picture), codeAssets);
    expect(read?.content?.text).toBe(text);
    const off = cornersIn(picture, 0).map(({ x, y }, at) =>
      Math.hypot(x - (read?.corners[at]?.x ?? NaN), y - (read?.corners[at]?.y ?? NaN)),
    );
    expect(Math.max(...off)).toBeLessThan(0.35 * pixels);
  },
);

test('corners anywhere, even in one point, read the code or nothing', async () => {
  const picture = await softScan(2, 0.5);
  const place = fc.record({
    x: fc.integer({ min: 0, max: picture.width }),
    y: fc.integer({ min: 0, max: picture.height }),
  });
  await fc.assert(
    fc.asyncProperty(fc.tuple(place, place, place, place), async (corners) => {
      const read = await resampleCode(picture, { corners, content: null }, wholeOf(picture), codeAssets);
      expect([undefined, text]).toContain(read?.content?.text);
    }),
    { numRuns: 15, examples: [[[0, 1, 2, 3].map(() => ({ x: 9, y: 9 })) as never]] },
  );
});
