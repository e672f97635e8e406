import { crc32, inflateRawSync } from 'node:zlib';

export type UnpackRefusal = 'not-a-secure-qr' | 'too-large' | 'damaged';

/** The largest QR code (version 40, level L) holds 7,089 digits; more never came out of one. */
const mostDigits = 7089;
/** A signature alone has 256 bytes, which is 617 digits. */
const fewestDigits = 600;
/** No code holds more than a few kilobytes of data. */
const mostInflated = 64 * 1024;

/**
 * From the digits of a secure QR code to its inflated bytes: a big number, big-endian, which is gzip or zlib. The
 * number of digits is checked before the number is made, and the inflated size while it is inflated.
 *
 * The containers lie outside UIDAI's signature. They are taken only as such writers write them, to the last bit: a code
 * in which a single bit was changed is not called genuine, even where the change does no harm.
 */
export function unpackDigits(text: string): Buffer | UnpackRefusal {
  if (text.length > mostDigits) return 'too-large';
  if (text.length < fewestDigits || !/^[1-9]\d*$/.test(text)) return 'not-a-secure-qr';
  const hex = BigInt(text).toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return fromGzip(bytes);
  if (bytes[0] === 0x78) return fromZlib(bytes);
  return 'not-a-secure-qr';
}

function fromGzip(bytes: Buffer): Buffer | UnpackRefusal {
  if (!isUsualGzipHeader(bytes) || bytes.length < 20) return 'damaged';
  const inflated = inflatedStrictly(bytes.subarray(10, -8));
  if (typeof inflated === 'string') return inflated;
  const sizeHolds = bytes.readUInt32LE(bytes.length - 4) === inflated.length;
  return sizeHolds && bytes.readUInt32LE(bytes.length - 8) === crc32(inflated) ? inflated : 'damaged';
}

/**
 * Writers that leave out the time (Java's, which is UIDAI's, and Node's) write zeros and the system's number; no two of
 * these headers differ in one bit only. Others put in the time, which is never a lone bit.
 */
function isUsualGzipHeader(bytes: Buffer): boolean {
  if (bytes.length < 10 || bytes[2] !== 8 || bytes[3] !== 0) return false;
  const time = bytes.readUInt32LE(4);
  const [level = -1, system = -1] = bytes.subarray(8, 10);
  if (time === 0) return level === 0 && [0, 3, 10, 255].includes(system);
  const isLoneBit = (time & (time - 1)) === 0;
  return !isLoneBit && [0, 2, 4].includes(level) && [0, 3, 10, 19, 255].includes(system);
}

function fromZlib(bytes: Buffer): Buffer | UnpackRefusal {
  const [first = 0, second = 0] = bytes;
  const isUsualHeader = first === 0x78 && (second & 0x20) === 0 && (first * 256 + second) % 31 === 0;
  if (!isUsualHeader || bytes.length < 8) return 'damaged';
  const inflated = inflatedStrictly(bytes.subarray(2, -4));
  if (typeof inflated === 'string') return inflated;
  return bytes.readUInt32BE(bytes.length - 4) === adler32(inflated) ? inflated : 'damaged';
}

/** Nothing may stand behind the last block, and the bits that fill up its last byte are zeros. */
function inflatedStrictly(deflated: Buffer): Buffer | UnpackRefusal {
  const whole = inflate(deflated);
  if (typeof whole === 'string') return whole;
  const end = deflated.length - 1;
  for (let bit = 0x80; bit > 0; bit >>= 1) {
    const flipped = Buffer.from(deflated);
    flipped[end] = (flipped[end] ?? 0) ^ bit;
    const other = inflate(flipped);
    // A bit that changes nothing lies behind the end of the last block.
    if (typeof other === 'string' || !other.equals(whole)) break;
    if (((deflated[end] ?? 0) & bit) !== 0) return 'damaged';
  }
  return whole;
}

/** `info` is known to Node, and not to its types. */
interface Inflated {
  buffer: Buffer;
  engine: { bytesWritten: number };
}

function inflate(deflated: Buffer): Buffer | 'damaged' | 'too-large' {
  try {
    const options = { maxOutputLength: mostInflated, info: true };
    const { buffer, engine } = inflateRawSync(deflated, options) as unknown as Inflated;
    return engine.bytesWritten === deflated.length ? buffer : 'damaged';
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'damaged';
  }
}

/** RFC 1950, 8.2. At most 64 KiB come here: the sums stay far below what a number holds exactly. */
function adler32(bytes: Buffer): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}
