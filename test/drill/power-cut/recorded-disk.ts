import { readFileSync } from 'node:fs';

/** As `shim.c` numbers them. */
const kinds = ['', 'create', 'write', 'truncate', 'sync', 'rename', 'unlink', 'make-folder', 'said'] as const;

/** One thing that the process did to its disk, or said. */
export interface DiskRecord {
  kind: Exclude<(typeof kinds)[number], ''>;
  inode: number;
  /** Where in the file; of a `sync`: 1 for a folder; of `truncate`: the length. */
  offset: number;
  path: string;
  /** The new name, of a `rename`. */
  to: string;
  data: Buffer;
}

const headBytes = 40;

/** Up to the last whole record: the process was killed. */
export function readRecords(file: string): DiskRecord[] {
  const bytes = readFileSync(file);
  const records: DiskRecord[] = [];
  for (let at = 0; at + headBytes <= bytes.length;) {
    const kind = kinds[bytes.readUInt8(at)];
    const length = Number(bytes.readBigUInt64LE(at + 24));
    const [first, second] = [bytes.readUInt32LE(at + 32), bytes.readUInt32LE(at + 36)];
    const body = at + headBytes;
    const end = body + first + second + length;
    if (kind === undefined || kind === '') throw new Error(`No such record at ${at}`);
    if (end > bytes.length) break;
    records.push({
      kind,
      inode: Number(bytes.readBigUInt64LE(at + 8)),
      offset: Number(bytes.readBigUInt64LE(at + 16)),
      path: bytes.toString('utf8', body, body + first),
      to: bytes.toString('utf8', body + first, body + first + second),
      data: bytes.subarray(body + first + second, end),
    });
    at = end;
  }
  return records;
}
