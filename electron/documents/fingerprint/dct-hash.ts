/** Frequencies a side: 16 × 16 are the 256 bits of a hash. */
const band = 16;

export interface Band {
  /** Which of its frequencies are stronger than the median of them all, as 64 hex digits. */
  hash: string;
  /** How strong they are, in grey levels. Near zero there is nothing to see, and the hash is that of any such picture. */
  contrast: number;
}

/**
 * A band of a square picture's frequencies.
 *
 * @param pixels grey, `side` × `side`
 * @param lowest the first frequency of the band in each direction; 0 would be the brightness
 */
export function dctHash(pixels: Uint8Array, side: number, lowest: number): Band {
  const waves = Array.from({ length: band }, (_, place) => wave(lowest + place, side));
  const rows = Array.from({ length: side }, (_, y) => {
    const row = pixels.subarray(y * side, (y + 1) * side);
    return waves.map((each) => product(each, row));
  });
  const strengths = waves.flatMap((each) =>
    waves.map((_, across) =>
      product(
        each,
        rows.map((row) => row[across] ?? 0),
      ),
    ),
  );
  const median = [...strengths].sort((a, b) => a - b)[strengths.length / 2] ?? 0;
  const power = strengths.reduce((sum, strength) => sum + strength ** 2, 0) / strengths.length;
  return {
    hash: toHex(strengths.map((strength) => strength > median)),
    contrast: Math.sqrt(power) / (side / 2) ** 2,
  };
}

/** One basis function of the DCT-II. */
function wave(frequency: number, side: number): number[] {
  return Array.from({ length: side }, (_, at) => Math.cos(((2 * at + 1) * frequency * Math.PI) / (2 * side)));
}

function product(wave: readonly number[], values: ArrayLike<number>): number {
  return wave.reduce((sum, factor, at) => sum + factor * (values[at] ?? 0), 0);
}

function toHex(bits: readonly boolean[]): string {
  let hex = '';
  for (let at = 0; at < bits.length; at += 4) {
    const digit = [8, 4, 2, 1].reduce((sum, value, step) => sum + (bits[at + step] === true ? value : 0), 0);
    hex += digit.toString(16);
  }
  return hex;
}
