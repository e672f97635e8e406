import { deflateMatches, type DeflateMatch } from './deflate-matches.ts';
import { inflateWhole } from './inflate-whole.ts';

/**
 * Whether a deflated stream looks like another one in which a single bit was changed without changing what comes out.
 * Two places can take such a change: the bits behind the last block, which writers leave zero, and the distance of a
 * repetition where the same bytes stand at several distances, of which writers take the nearest. (The fastest level of
 * zlib does not always; it makes several such repetitions, and nothing is said of those.)
 *
 * The content is what UIDAI signed all the same. But no changed code is to be called genuine.
 */
export function isOneBitOff(deflated: Buffer, inflated: Buffer): boolean {
  try {
    return hasFilledEnd(deflated, inflated) || hasOneOddMatch(deflated, inflated);
  } catch {
    return true;
  }
}

/** From the last bit down, the first bit that makes a difference belongs to the last block. */
function hasFilledEnd(deflated: Buffer, inflated: Buffer): boolean {
  const end = deflated.length - 1;
  for (let bit = 7; bit >= 0; bit -= 1) {
    if (!comesOutSame(flipped(deflated, end * 8 + bit), inflated)) return false;
    if ((((deflated[end] ?? 0) >> bit) & 1) === 1) return true;
  }
  return false;
}

function hasOneOddMatch(deflated: Buffer, inflated: Buffer): boolean {
  const [odd, ...others] = oddMatches(deflated, inflated);
  if (odd === undefined || others.length > 0) return false;
  for (let bit = odd.bits.from; bit < odd.bits.to; bit += 1) {
    const other = flipped(deflated, bit);
    if (comesOutSame(other, inflated) && oddMatches(other, inflated).length === 0) return true;
  }
  return false;
}

/** Those that could have been taken from nearer. */
function oddMatches(deflated: Buffer, inflated: Buffer): DeflateMatch[] {
  return deflateMatches(deflated).filter(({ at, length, distance }) => {
    const repeated = inflated.subarray(at, at + length);
    for (let nearer = 1; nearer < distance; nearer += 1) {
      if (inflated.subarray(at - nearer, at - nearer + length).equals(repeated)) return true;
    }
    return false;
  });
}

function comesOutSame(deflated: Buffer, inflated: Buffer): boolean {
  const other = inflateWhole(deflated);
  return typeof other !== 'string' && other.equals(inflated);
}

function flipped(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}
