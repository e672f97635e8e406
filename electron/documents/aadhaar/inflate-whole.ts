import { inflateRawSync } from 'node:zlib';

/** No code holds more than a few kilobytes of data. */
const mostInflated = 64 * 1024;

/** `info` is known to Node, and not to its types. */
interface Inflated {
  buffer: Buffer;
  engine: { bytesWritten: number };
}

/** Inflates a stream that must end where its bytes end. The size is bounded while it grows. */
export function inflateWhole(deflated: Buffer): Buffer | 'damaged' | 'too-large' {
  try {
    const options = { maxOutputLength: mostInflated, info: true };
    const { buffer, engine } = inflateRawSync(deflated, options) as unknown as Inflated;
    return engine.bytesWritten === deflated.length ? buffer : 'damaged';
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'damaged';
  }
}
