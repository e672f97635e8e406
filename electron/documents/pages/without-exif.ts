/**
 * A JPEG or PNG that was just encoded here, without the EXIF block that the encoder writes along with the resolution:
 * a masked copy has nothing but its pixels. The resolution stays in the format's own field; in a JPEG that is JFIF's,
 * which the encoder leaves out where it writes EXIF.
 */
export function withoutExif(bytes: Buffer, dotsPerInch: number): Uint8Array {
  return bytes[0] === 0xff ? jpegWithoutExif(bytes, dotsPerInch) : pngWithoutExif(bytes);
}

const app0 = 0xe0;
const app1 = 0xe1;
const startOfScan = 0xda;

/** Segments up to the start of the scan; what follows has no lengths. */
function jpegWithoutExif(bytes: Buffer, dotsPerInch: number): Uint8Array {
  const kept: Buffer[] = [bytes.subarray(0, 2), jfif(dotsPerInch)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at + 1] !== startOfScan) {
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (bytes[at + 1] !== app0 && bytes[at + 1] !== app1) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, bytes.subarray(at)]);
}

/** JFIF 1.02: the unit is the inch, no thumbnail. */
function jfif(dotsPerInch: number): Buffer {
  const segment = Buffer.from([0xff, app0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 1, 0, 0, 0, 0, 0, 0]);
  const density = Math.min(0xffff, Math.max(1, Math.round(dotsPerInch)));
  segment.writeUInt16BE(density, 12);
  segment.writeUInt16BE(density, 14);
  return segment;
}

function pngWithoutExif(bytes: Buffer): Uint8Array {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) !== 'eXIf') kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}
