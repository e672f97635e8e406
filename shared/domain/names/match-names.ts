import { readName, type ReadName } from './name-words.ts';
import { pairWords } from './pair-words.ts';

export type NameBand = 'match' | 'look' | 'mismatch';

export interface NameMatch {
  /** 0 to 1, three decimals. */
  score: number;
  band: NameBand;
}

/** From here on a match, from here on a look; found on the tuning pairs. */
const matchFrom = 0.84;
const lookFrom = 0.5;
/** Nothing to judge by: neither for the two being one nor against it. */
const unreadable: NameMatch = { score: lookFrom, band: 'look' };

/**
 * Whether two names, each in Devanagari or Roman, can be one person's. `match`: they are written alike or differ as
 * clerks' spellings do. `mismatch`: they contradict each other. `look`: an officer must say, also where a name is
 * empty or cannot be read. Symmetric; takes any text.
 */
export function matchNames(a: string, b: string): NameMatch {
  const [first, second] = a <= b ? [readName(a), readName(b)] : [readName(b), readName(a)];
  if (!first.isReadable || !second.isReadable) return unreadable;
  const score = Math.round(1000 * pairWords(first.words, second.words)) / 1000;
  return limited({ score, band: bandOf(score) }, first, second);
}

function bandOf(score: number): NameBand {
  if (score >= matchFrom) return 'match';
  return score >= lookFrom ? 'look' : 'mismatch';
}

/** What was not read to its end, is initials alone, or tells another father or husband, is never a match. */
function limited(match: NameMatch, a: ReadName, b: ReadName): NameMatch {
  const isThin = [a, b].some((name) => name.isCut || !name.words.some((word) => word.kind === 'core'));
  return (isThin || haveOtherRelatives(a, b)) && match.band === 'match'
    ? { score: matchFrom - 0.01, band: 'look' }
    : match;
}

function haveOtherRelatives({ relative: a }: ReadName, { relative: b }: ReadName): boolean {
  if (a === null || b === null || a.relation !== b.relation || a.relation === 'other') return false;
  if (a.words.length === 0 || b.words.length === 0) return false;
  return bandOf(pairWords(a.words, b.words)) === 'mismatch';
}
