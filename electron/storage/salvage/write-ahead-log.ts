import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';

export interface LogReading {
  /** The database ends within a page, or lacks pages that its log counts and does not hold: the file was cut. */
  lacksPages: boolean;
  /** It ends in the middle of a frame, or in one that is not what its checksum says: something of it is gone. */
  isTorn: boolean;
}

/** Of every vault: SQLite's usual one. */
const pageBytes = 4096;
const headerBytes = 32;
const frameBytes = 24;
const wordOrder = { bigEndian: 0x377f0683, littleEndian: 0x377f0682 };

/**
 * Reads the write-ahead log beside a database before SQLite does, which takes a cut file for a whole one as long as
 * there is a log, or a beginning of the last page, or when nothing at all is left. Of the log only its frames' headers and checksums, which no cipher hides: https://sqlite.org/fileformat2.html
 */
export function readLog(database: string): LogReading {
  if (!existsSync(database)) return { lacksPages: false, isTorn: false };
  const databaseSize = statSync(database).size;
  const file = `${database}-wal`;
  const alone: LogReading = { lacksPages: databaseSize === 0 || databaseSize % pageBytes > 0, isTorn: false };
  if (!existsSync(file)) return alone;
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    if (size === 0) return alone;
    const header = Buffer.alloc(headerBytes);
    if (readSync(handle, header, 0, headerBytes, 0) < headerBytes) return { ...alone, isTorn: true };
    return readFrames(handle, header, size, databaseSize) ?? { ...alone, isTorn: true };
  } finally {
    closeSync(handle);
  }
}

/** Null for a header that is none. */
function readFrames(handle: number, header: Buffer, size: number, databaseSize: number): LogReading | null {
  const magic = header.readUInt32BE(0);
  const pageSize = header.readUInt32BE(8);
  const isBig = magic === wordOrder.bigEndian;
  if (!isBig && magic !== wordOrder.littleEndian) return null;
  if (pageSize < 512 || pageSize > 65_536) return null;
  let sum = checksum(header.subarray(0, 24), [0, 0], isBig);
  if (!isSum(header, 24, sum)) return null;

  const frame = Buffer.alloc(frameBytes + pageSize);
  const pages = new Set<number>();
  let pagesAtCommit = 0;
  let isTorn = false;
  let committed: number[] = [];
  for (let place = headerBytes; place < size; place += frame.length) {
    const read = readSync(handle, frame, 0, frame.length, place);
    // What an earlier use of the log left behind its present end has other salts.
    const isCurrent = read >= 16 && frame.compare(header, 16, 24, 8, 16) === 0;
    if (!isCurrent) {
      isTorn = read < 16;
      break;
    }
    sum = checksum(frame.subarray(0, 8), sum, isBig);
    sum = checksum(frame.subarray(frameBytes), sum, isBig);
    isTorn = read < frame.length || !isSum(frame, 16, sum);
    if (isTorn) break;
    committed.push(frame.readUInt32BE(0));
    const count = frame.readUInt32BE(4);
    if (count === 0) continue;
    pagesAtCommit = count;
    for (const page of committed) pages.add(page);
    committed = [];
  }
  if (pagesAtCommit === 0) return { lacksPages: databaseSize % pageBytes > 0, isTorn };
  let lacksPages = databaseSize === 0;
  for (let page = Math.floor(databaseSize / pageSize) + 1; page <= pagesAtCommit; page += 1) {
    lacksPages ||= !pages.has(page);
  }
  return { lacksPages, isTorn };
}

function isSum(bytes: Buffer, at: number, [first, second]: readonly [number, number]): boolean {
  return bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second;
}

function checksum(bytes: Buffer, start: readonly [number, number], isBig: boolean): [number, number] {
  let [first, second] = start;
  for (let at = 0; at < bytes.length; at += 8) {
    first = (first + (isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + second) >>> 0;
    second = (second + (isBig ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + first) >>> 0;
  }
  return [first, second];
}
