import { digitOf } from '../../../shared/domain/documents/reading/digit-signs.ts';
import type { ReadCharacter } from '../ocr/text-line.ts';

/** A piece of a secret that can be read in a line. */
export interface ReadablePiece {
  count: number;
  /** Places of its first and its last digit among the line's characters. */
  first: number;
  last: number;
}

/**
 * The longest piece of any secret whose digits follow each other in a line; null when shorter than `fewest`. What
 * stands between the digits does not count.
 */
export function readablePiece(
  characters: readonly ReadCharacter[],
  secrets: readonly string[],
  fewest: number,
): ReadablePiece | null {
  const places = characters.flatMap(({ text }, place) => (digitOf(text) === null ? [] : [place]));
  const digits = places.map((place) => digitOf(characters[place]?.text ?? '')).join('');
  let best: ReadablePiece | null = null;
  for (let from = 0; from < digits.length; from += 1) {
    let count: number = best === null ? fewest : best.count + 1;
    while (from + count <= digits.length && isPieceOf(secrets, digits.slice(from, from + count))) {
      best = { count, first: places[from] ?? 0, last: places[from + count - 1] ?? 0 };
      count += 1;
    }
  }
  return best;
}

function isPieceOf(secrets: readonly string[], piece: string): boolean {
  return secrets.some((secret) => secret.includes(piece));
}
