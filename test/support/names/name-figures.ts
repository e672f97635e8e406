import { matchNames, type NameBand } from '../../../shared/domain/names/match-names.ts';
import type { NamePair } from './name-pairs.ts';

export interface NameFigures {
  /** Of the pairs in the match band, the share that is one person. */
  precision: number;
  /** Of the pairs that are one person, the share in the match band. */
  matched: number;
  /** Of the pairs that are one person, the share in match or look. */
  recall: number;
  /** Of the pairs that are two persons, the share in the mismatch band. */
  toldApart: number;
}

export function nameFigures(pairs: readonly NamePair[]): NameFigures {
  const judged = pairs.map((pair) => ({ ...pair, band: matchNames(pair.a, pair.b).band }));
  const count = (isSame: boolean, ...bands: NameBand[]) =>
    judged.filter((pair) => pair.isSame === isSame && bands.includes(pair.band)).length;
  const same = pairs.filter((pair) => pair.isSame).length;
  return {
    precision: count(true, 'match') / (count(true, 'match') + count(false, 'match')),
    matched: count(true, 'match') / same,
    recall: count(true, 'match', 'look') / same,
    toldApart: count(false, 'mismatch') / (pairs.length - same),
  };
}

export function figuresInWords(name: string, pairs: readonly NamePair[], figures: NameFigures): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return [
    `${name}, ${pairs.length} pairs: precision of match ${percent(figures.precision)}`,
    `one person in match ${percent(figures.matched)}, in match or look ${percent(figures.recall)}`,
    `two persons in mismatch ${percent(figures.toldApart)}`,
  ].join('; ');
}
