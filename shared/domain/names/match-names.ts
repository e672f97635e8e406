import { nameSkeleton } from './name-skeleton.ts';

export type NameBand = 'match' | 'look' | 'mismatch';

export interface NameMatch {
  /** 0 to 1, three decimals. */
  score: number;
  band: NameBand;
}

/** Whether two names, each in Devanagari or Roman, can be one person's. */
export function matchNames(a: string, b: string): NameMatch {
  const [left, right] = [keys(a), keys(b)];
  if (left.length === 0 || right.length === 0) return { score: 0.5, band: 'look' };
  if ([...left].sort().join('') === [...right].sort().join('')) return { score: 1, band: 'match' };
  const shared = left.filter((key) => right.includes(key)).length;
  const score = Math.round((2000 * shared) / (left.length + right.length)) / 1000;
  return { score, band: score >= 0.5 ? 'look' : 'mismatch' };
}

function keys(name: string): string[] {
  return name
    .slice(0, 200)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(nameSkeleton)
    .filter((key) => key !== '');
}
