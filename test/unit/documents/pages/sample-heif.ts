function box(type: string, ...content: (Buffer | number[])[]): Buffer {
  const body = Buffer.concat(content.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

const versionAndFlags = (version = 0) => [version, 0, 0, 0];
const word = (value: number) => [
  (value >>> 24) & 255,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
const half = (value: number) => [(value >>> 8) & 255, value & 255];

export interface SampleHeif {
  width: number;
  height: number;
  /** Grey, one byte a pixel. */
  pixels: Uint8Array;
  /** Quarter turns against the clock, as a phone writes them. */
  turns?: number;
  /** How many pictures, all the same. */
  count?: number;
}

/**
 * A HEIC file whose pictures are plain grey masks: no encoder for HEVC is at hand, and everything but the codec is as a
 * phone writes it.
 */
export function heifOf({ width, height, pixels, turns = 0, count = 1 }: SampleHeif): Buffer {
  const ids = Array.from({ length: count }, (_, place) => place + 1);
  const name = Buffer.from('mski', 'latin1');
  const infos = ids.map((id) => box('infe', versionAndFlags(2), half(id), half(0), name, [0]));
  const properties = box(
    'ipco',
    box('ispe', versionAndFlags(), word(width), word(height)),
    box('mskC', versionAndFlags(), [8]),
    box('irot', [turns]),
  );
  const links = ids.flatMap((id) => [...half(id), 3, 0x81, 0x82, 0x83]);
  const ftyp = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'));
  const meta = (dataAt: number) =>
    box(
      'meta',
      versionAndFlags(),
      box('hdlr', versionAndFlags(), word(0), Buffer.from('pict', 'latin1'), word(0), word(0), word(0), [0]),
      box('pitm', versionAndFlags(), half(1)),
      box(
        'iloc',
        versionAndFlags(),
        [0x44, 0x00],
        half(count),
        ids.flatMap((id) => [...half(id), ...half(0), ...half(1), ...word(dataAt), ...word(pixels.length)]),
      ),
      box('iinf', versionAndFlags(), half(count), ...infos),
      box('iprp', properties, box('ipma', versionAndFlags(), word(count), links)),
    );
  const before = ftyp.length + meta(0).length + 8;
  return Buffer.concat([ftyp, meta(before), box('mdat', Buffer.from(pixels))]);
}
