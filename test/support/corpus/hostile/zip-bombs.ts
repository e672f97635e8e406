import { zipSync } from 'fflate';

export const zipBombs = [
  'one-large',
  'nested',
  'many-entries',
  'climbing-names',
  'size-lie',
  'no-entries',
] as const;
export type ZipBomb = (typeof zipBombs)[number];

const mtime = new Date('2024-03-15T10:11:12Z');

export function zipBomb(bomb: ZipBomb): Buffer {
  switch (bomb) {
    case 'one-large':
      return zipOf({ 'offline.xml': new Uint8Array(60_000_000) });
    case 'nested': {
      let inner = zipOf({ 'offline.xml': new Uint8Array(10_000_000) });
      for (let level = 0; level < 12; level += 1) inner = zipOf({ 'a.zip': inner, 'b.zip': inner });
      return inner;
    }
    case 'many-entries':
      return zipOf(
        Object.fromEntries(Array.from({ length: 4_000 }, (_, place) => [`${place}.xml`, new Uint8Array()])),
      );
    case 'climbing-names':
      return zipOf({
        '../../offline.xml': Buffer.from('<a/>'),
        '/etc/a.xml': Buffer.from('<a/>'),
        'C:\\a.xml': Buffer.from('<a/>'),
      });
    case 'size-lie':
      return withFalseSizes(zipOf({ 'offline.xml': new Uint8Array(5_000_000) }));
    case 'no-entries':
      return zipOf({});
  }
}

export function zipOf(files: Record<string, Uint8Array>): Buffer {
  return Buffer.from(zipSync(files, { level: 6, mtime }));
}

/** The directory says ten bytes where five million come. */
function withFalseSizes(zip: Buffer): Buffer {
  const directory = zip.lastIndexOf(Buffer.from('504b0102', 'hex'));
  zip.writeUInt32LE(10, directory + 24);
  zip.writeUInt32LE(10, 22);
  return zip;
}
