import { crc32 } from 'node:zlib';
import { inflateWhole } from './inflate-whole.ts';

export type UnpackRefusal = 'not-a-secure-qr' | 'too-large' | 'damaged';

/** The largest QR code (version 40, level L) holds 7,089 digits; more never came out of one. */
const mostDigits = 7089;
/** A signature alone has 256 bytes, which is 617 digits. */
const fewestDigits = 600;

export interface Unpacked {
  /** The signed data and its signature. */
  inflated: Buffer;
  /** The stream that it came from, without its container. */
  deflated: Buffer;
}

/**
 * From the digits of a secure QR code to its inflated bytes: a big number, big-endian, which is gzip or zlib. The
 * number of digits is checked before the number is made, and the inflated size while it is inflated.
 *
 * The container lies outside UIDAI's signature. Its header is taken only as known writers write it: a code in which a
 * single bit was changed is not called genuine, even where the change does no harm. See `one-bit-off.ts` too.
 */
export function unpackDigits(text: string): Unpacked | UnpackRefusal {
  if (text.length > mostDigits) return 'too-large';
  if (text.length < fewestDigits || !/^[1-9]\d*$/.test(text)) return 'not-a-secure-qr';
  const hex = BigInt(text).toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return fromGzip(bytes);
  if (bytes[0] === 0x78) return fromZlib(bytes);
  return 'not-a-secure-qr';
}

function fromGzip(bytes: Buffer): Unpacked | UnpackRefusal {
  if (!isUsualGzipHeader(bytes) || bytes.length < 20) return 'damaged';
  const deflated = bytes.subarray(10, -8);
  const inflated = inflateWhole(deflated);
  if (typeof inflated === 'string') return inflated;
  const sizeHolds = bytes.readUInt32LE(bytes.length - 4) === inflated.length;
  return sizeHolds && bytes.readUInt32LE(bytes.length - 8) === crc32(inflated)
    ? { inflated, deflated }
    : 'damaged';
}

/**
 * Writers that leave out the time (Java's, which is UIDAI's, and Node's) write zeros and the system's number; no two of
 * these headers differ in one bit only. Others put in the time, which is never a lone bit. Without a time, the mark of
 * the fastest or the best level stays refused: it is one bit off the usual header, and so short a text is mostly packed
 * into the same bytes at every level, so that packing it again cannot tell such a writer from a changed bit.
 */
function isUsualGzipHeader(bytes: Buffer): boolean {
  if (bytes.length < 10 || bytes[2] !== 8 || bytes[3] !== 0) return false;
  const time = bytes.readUInt32LE(4);
  const [level = -1, system = -1] = bytes.subarray(8, 10);
  if (time === 0) return level === 0 && [0, 3, 10, 255].includes(system);
  const isLoneBit = (time & (time - 1)) === 0;
  return !isLoneBit && [0, 2, 4].includes(level) && [0, 3, 10, 19, 255].includes(system);
}

function fromZlib(bytes: Buffer): Unpacked | UnpackRefusal {
  const [first = 0, second = 0] = bytes;
  const isUsualHeader = first === 0x78 && (second & 0x20) === 0 && (first * 256 + second) % 31 === 0;
  if (!isUsualHeader || bytes.length < 8) return 'damaged';
  const deflated = bytes.subarray(2, -4);
  const inflated = inflateWhole(deflated);
  if (typeof inflated === 'string') return inflated;
  return bytes.readUInt32BE(bytes.length - 4) === adler32(inflated) ? { inflated, deflated } : 'damaged';
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
