import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

export interface TiffOptions {
  packing?: 'none' | 'deflate' | 'jpeg';
  dotsPerInch?: number;
}

const compression = { none: 1, deflate: 8, jpeg: 7 } as const;

/** A TIFF of several pages, each with its own size, little-endian, one strip a page. */
export async function makeTiff(
  pictures: readonly { bytes: Uint8Array }[],
  options: TiffOptions = {},
): Promise<Buffer> {
  const { packing = 'deflate', dotsPerInch = 300 } = options;
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])];
  let at = 8;
  for (const [place, { bytes }] of pictures.entries()) {
    const picture = sharp(bytes).rotate().removeAlpha().toColourspace('srgb');
    const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
    const strip = packing === 'jpeg' ? await picture.jpeg({ quality: 82 }).toBuffer() : data;
    const packed = packing === 'deflate' ? deflateSync(strip) : strip;
    const page = directory(at, packed, info, { packing, dotsPerInch }, place === pictures.length - 1);
    parts.push(page);
    at += page.length;
  }
  return Buffer.concat(parts);
}

const short = 3;
const long = 4;
const rational = 5;

/** The directory, the values that do not fit into it, and the strip. */
function directory(
  at: number,
  strip: Buffer,
  { width, height }: { width: number; height: number },
  { packing, dotsPerInch }: Required<TiffOptions>,
  isLast: boolean,
): Buffer {
  const tagCount = 13;
  const valuesAt = at + 2 + tagCount * 12 + 4;
  const stripAt = valuesAt + 6 + 8 + 8;
  const tags: [tag: number, type: number, count: number, value: number][] = [
    [256, long, 1, width],
    [257, long, 1, height],
    [258, short, 3, valuesAt],
    [259, short, 1, compression[packing]],
    [262, short, 1, packing === 'jpeg' ? 6 : 2],
    [273, long, 1, stripAt],
    [274, short, 1, 1],
    [277, short, 1, 3],
    [278, long, 1, height],
    [279, long, 1, strip.length],
    [282, rational, 1, valuesAt + 6],
    [283, rational, 1, valuesAt + 14],
    [296, short, 1, 2],
  ];
  // A page begins on an even offset, as the format wants it.
  const end = stripAt + strip.length + (strip.length % 2);
  const page = Buffer.alloc(end - at);
  page.writeUInt16LE(tagCount, 0);
  tags.forEach(([tag, type, count, value], place) => {
    const entry = 2 + place * 12;
    page.writeUInt16LE(tag, entry);
    page.writeUInt16LE(type, entry + 2);
    page.writeUInt32LE(count, entry + 4);
    page.writeUInt32LE(value, entry + 8);
  });
  page.writeUInt32LE(isLast ? 0 : end, valuesAt - 4 - at);
  const values = valuesAt - at;
  for (let channel = 0; channel < 3; channel += 1) page.writeUInt16LE(8, values + channel * 2);
  for (const resolution of [values + 6, values + 14]) {
    page.writeUInt32LE(dotsPerInch, resolution);
    page.writeUInt32LE(1, resolution + 4);
  }
  strip.copy(page, stripAt - at);
  return page;
}

/** One page, black and white under Group 4, as office machines scan to save room. */
export async function makeFaxTiff(picture: Uint8Array, dotsPerInch = 300): Promise<Buffer> {
  const bilevel = sharp(picture).rotate().greyscale().threshold().extractChannel(0).raw();
  const { data, info } = await bilevel.toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return sharp(data, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: dotsPerInch / 25.4, yres: dotsPerInch / 25.4 })
    .toBuffer();
}
