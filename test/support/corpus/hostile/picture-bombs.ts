import { crc32, deflateSync } from 'node:zlib';

/** Small files that ask for a great deal of memory, or for no end of work. */
export function pngBomb(width = 30_000, height = 30_000, hasPixels = false): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = hasPixels ? Buffer.alloc(height * (1 + Math.ceil(width / 8))) : Buffer.alloc(64);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Text chunks that inflate to many megabytes each. */
export function pngTextBomb(): Buffer {
  const text = Buffer.concat([Buffer.from('note\0\0'), deflateSync(Buffer.alloc(50_000_000))]);
  const bomb = pngBomb(8, 8, true);
  return Buffer.concat([bomb.subarray(0, 33), chunk('zTXt', text), chunk('iCCP', text), bomb.subarray(33)]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'ascii'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** The size of a JPEG, wherever its frame header stands, overwritten. */
export function jpegOfSize(jpeg: Uint8Array, width: number, height: number): Buffer {
  const bytes = Buffer.from(jpeg);
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0xc0 && marker !== 0xc2) continue;
    bytes.writeUInt16BE(height, at + 5);
    bytes.writeUInt16BE(width, at + 7);
    return bytes;
  }
  throw new Error('The picture has no frame header');
}

const littleEndian = [0x49, 0x49, 42, 0, 8, 0, 0, 0];

/** So many empty directories, six bytes each, one after another. */
export function tiffOfManyDirectories(count = 1_000_000): Buffer {
  const bytes = Buffer.alloc(8 + count * 6);
  bytes.set(littleEndian);
  for (let place = 0; place < count - 1; place += 1)
    bytes.writeUInt32LE(8 + (place + 1) * 6, 8 + place * 6 + 2);
  return bytes;
}

/** A directory whose next one is itself, or two that name each other. */
export function tiffLoop(steps: 1 | 2): Buffer {
  const bytes = Buffer.alloc(8 + 12);
  bytes.set(littleEndian);
  bytes.writeUInt32LE(steps === 1 ? 8 : 14, 10);
  bytes.writeUInt32LE(8, 16);
  return bytes;
}

/** One page whose sides, strip and counts are as wild as four bytes allow. */
export function tiffOfSize(width: number, height: number, count = 0x7fff_ffff): Buffer {
  const tags = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, count, 8],
    [259, 3, 1, 1],
    [262, 3, 1, 2],
    [273, 4, count, 8],
    [277, 3, 1, 3],
    [279, 4, count, 8],
  ] as const;
  const bytes = Buffer.alloc(8 + 2 + tags.length * 12 + 4);
  bytes.set(littleEndian);
  bytes.writeUInt16LE(tags.length, 8);
  tags.forEach(([tag, type, values, value], place) => {
    const at = 10 + place * 12;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(type, at + 2);
    bytes.writeUInt32LE(values, at + 4);
    bytes.writeUInt32LE(value, at + 8);
  });
  return bytes;
}

/** Says that it is HEIC; its boxes are nested deeply and longer than the file. */
export function heicOfNestedBoxes(depth: number): Buffer {
  const box = (name: string, length: number, content: Uint8Array) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(length >>> 0);
    head.write(name, 4, 'ascii');
    return Buffer.concat([head, content]);
  };
  const type = box('ftyp', 24, Buffer.from('heic\0\0\0\0mif1heic', 'latin1'));
  let inside = Buffer.alloc(0);
  for (let level = 0; level < depth; level += 1) {
    inside = box(
      level % 2 === 0 ? 'iprp' : 'ipco',
      level % 5 === 4 ? 0xffff_ffff : inside.length + 8,
      inside,
    );
  }
  return Buffer.concat([type, box('meta', inside.length + 12, Buffer.concat([Buffer.alloc(4), inside]))]);
}
