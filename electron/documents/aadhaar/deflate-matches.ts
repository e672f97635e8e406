/** A piece of deflated data that repeats what came before. */
export interface DeflateMatch {
  /** Where its bits begin and end in the stream. */
  bits: { from: number; to: number };
  /** Where it stands in the inflated bytes. */
  at: number;
  length: number;
  distance: number;
}

/** RFC 1951, 3.2.5: the smallest length or distance of each symbol, and how many bits are added to it. */
const lengths = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBits = Array.from({ length: 30 }, (_, symbol) => Math.max(0, (symbol >> 1) - 1));
const distances = distanceBits.map((bits, symbol) =>
  symbol < 2 ? symbol + 1 : ((2 + (symbol & 1)) << bits) + 1,
);
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Codes of each length, shortest first, and the symbols in that order: RFC 1951, 3.2.2. */
interface Huffman {
  counts: number[];
  symbols: number[];
}

/**
 * The matches of a deflated stream, in their order. Only for a stream that zlib has inflated before: it is trusted to
 * be well-formed.
 *
 * @throws Error for one that is not.
 */
export function deflateMatches(deflated: Uint8Array): DeflateMatch[] {
  const matches: DeflateMatch[] = [];
  let bit = 0;
  let at = 0;
  const take = (count: number): number => {
    let value = 0;
    for (let index = 0; index < count; index += 1, bit += 1) {
      if (bit >= deflated.length * 8) throw new Error('Past the end');
      value |= (((deflated[bit >> 3] ?? 0) >> (bit & 7)) & 1) << index;
    }
    return value;
  };
  const symbol = ({ counts, symbols }: Huffman): number => {
    for (let length = 1, code = 0, first = 0, index = 0; length <= 15; length += 1) {
      code |= take(1);
      const count = counts[length] ?? 0;
      if (code - count < first) return symbols[index + code - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Error('No such code');
  };
  const readBlock = (literal: Huffman, distance: Huffman): void => {
    for (;;) {
      const from = bit;
      const first = symbol(literal);
      if (first === 256) return;
      if (first < 256) {
        at += 1;
        continue;
      }
      const length = (lengths[first - 257] ?? 0) + take(lengthBits[first - 257] ?? 0);
      const second = symbol(distance);
      const back = (distances[second] ?? 0) + take(distanceBits[second] ?? 0);
      matches.push({ bits: { from, to: bit }, at, length, distance: back });
      at += length;
    }
  };
  for (let isLast = false; !isLast;) {
    isLast = take(1) === 1;
    const kind = take(2);
    if (kind === 0) {
      bit = (bit + 7) & ~7;
      const length = take(16);
      bit += 16 + length * 8;
      at += length;
    } else if (kind === 1) readBlock(...fixedCodes());
    else readBlock(...dynamicCodes(take, symbol));
  }
  return matches;
}

function fixedCodes(): [Huffman, Huffman] {
  const literal = Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8));
  return [huffman(literal), huffman(Array.from({ length: 30 }, () => 5))];
}

function dynamicCodes(
  take: (count: number) => number,
  symbol: (code: Huffman) => number,
): [Huffman, Huffman] {
  const literals = take(5) + 257;
  const total = literals + take(5) + 1;
  const count = take(4) + 4;
  const own = Array.from({ length: 19 }, () => 0);
  for (const place of lengthOrder.slice(0, count)) own[place] = take(3);
  const code = huffman(own);
  const all: number[] = [];
  while (all.length < total) {
    const read = symbol(code);
    if (read < 16) all.push(read);
    else {
      const repeated = read === 16 ? (all.at(-1) ?? 0) : 0;
      const times = read === 16 ? 3 + take(2) : read === 17 ? 3 + take(3) : 11 + take(7);
      for (let time = 0; time < times; time += 1) all.push(repeated);
    }
  }
  return [huffman(all.slice(0, literals)), huffman(all.slice(literals, total))];
}

function huffman(codeLengths: number[]): Huffman {
  const counts = Array.from(
    { length: 16 },
    (_, length) => codeLengths.filter((each) => each === length).length,
  );
  counts[0] = 0;
  const used = codeLengths.map((length, symbol) => ({ length, symbol })).filter(({ length }) => length > 0);
  used.sort((one, other) => one.length - other.length || one.symbol - other.symbol);
  return { counts, symbols: used.map(({ symbol }) => symbol) };
}
