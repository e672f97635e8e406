import { matchNames } from '../../names/match-names.ts';
import { normalKioskCode } from '../../kiosk-code.ts';
import { normalPan, panShape } from '../pan.ts';
import { isPlausible } from '../reading/is-plausible.ts';
import type { Claim, ClaimGroup } from './claim.ts';

export type Band = 'same' | 'look' | 'differs';

export interface Judgement {
  band: Band;
  why: string;
}

/** Judges two lists of claims, neither of them empty. */
export type Comparer = (a: readonly Claim[], b: readonly Claim[]) => Judgement;

/** All of one mind: that. Else an officer must look. */
export function together(judgements: readonly Judgement[]): Judgement {
  const [first] = judgements;
  const doubtful = judgements.find(({ band }) => band === 'look');
  if (!first) return { band: 'look', why: 'not-read' };
  if (doubtful) return doubtful;
  return judgements.every(({ band }) => band === first.band)
    ? first
    : { band: 'look', why: 'papers-disagree' };
}

/**
 * Two groups by a comparer. Where a second engine read the print otherwise, an officer must look: one of the readings
 * is wrong, and it is not known which. It is known where the first one agrees with the other group and the second has
 * not even the structure of its field.
 */
export function compareGroups(a: ClaimGroup, b: ClaimGroup, compare: Comparer): Judgement {
  const judged = compare(a.main, b.main);
  const counts = (claim: Claim) => judged.band !== 'same' || isPlausible(claim.field, claim.text);
  const isDoubtful = [a, b].some(({ main, second }) =>
    enginesDisagree({ main, second: second.filter(counts) }, compare),
  );
  return isDoubtful ? { band: 'look', why: 'engines-disagree' } : judged;
}

/** Field by field: a Hindi name that one engine read says nothing against a Roman one that the other did. */
function enginesDisagree({ main, second }: ClaimGroup, compare: Comparer): boolean {
  return second.some((other) => {
    const first = main.filter(({ field }) => field === other.field);
    return first.length > 0 && compare(first, [other]).band !== 'same';
  });
}

/** The two of one script, where both have one; across the scripts else. */
export const compareNames: Comparer = (a, b) => {
  const pairs = a.flatMap((one) => partnersOf(one, b).map((other) => matchNames(one.text, other.text).band));
  if (pairs.every((band) => band === 'mismatch')) return { band: 'differs', why: 'names-differ' };
  const isSame = pairs.includes('match') && !pairs.includes('mismatch');
  return isSame ? { band: 'same', why: 'names-match' } : { band: 'look', why: 'names-alike' };
};

function partnersOf(one: Claim, others: readonly Claim[]): readonly Claim[] {
  const sameScript = others.filter((other) => isHindi(other) === isHindi(one));
  return sameScript.length > 0 ? sameScript : others;
}

function isHindi({ text }: Claim): boolean {
  return /[\u0900-\u097f]/.test(text);
}

/** Dates as ISO; a card may tell the year only. Day and month change places where clerks write them so. */
export const compareDates: Comparer = pairwise((a, b) => {
  if (a === b && a.length > 4) return { band: 'same', why: 'dates-equal' };
  const isYearOnly = a.length === 4 || b.length === 4;
  if (isYearOnly && a.slice(0, 4) === b.slice(0, 4)) return { band: 'look', why: 'year-only' };
  if (!isYearOnly && swapped(a) === b) return { band: 'look', why: 'day-month-swapped' };
  return { band: 'differs', why: 'dates-differ' };
});

function swapped(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return [year, day, month].join('-');
}

export const compareLast4: Comparer = pairwise((a, b) =>
  a === b ? { band: 'same', why: 'last4-equal' } : { band: 'differs', why: 'last4-differ' },
);

export const compareGenders: Comparer = pairwise((a, b) =>
  a === b ? { band: 'same', why: 'equal' } : { band: 'differs', why: 'differ' },
);

export const comparePans: Comparer = pairwise((a, b) => {
  if (normalPan(a) === normalPan(b)) return { band: 'same', why: 'pans-equal' };
  return panShape(a) === panShape(b)
    ? { band: 'look', why: 'pans-alike' }
    : { band: 'differs', why: 'pans-differ' };
});

/** What is no kiosk code at all was misread more often than miswritten. */
export const compareKioskCodes: Comparer = pairwise((a, b) => {
  const [first, second] = [normalKioskCode(a), normalKioskCode(b)];
  if (first === null || second === null) return { band: 'look', why: 'kiosk-code-unclear' };
  return first === second
    ? { band: 'same', why: 'kiosk-codes-equal' }
    : { band: 'differs', why: 'kiosk-codes-differ' };
});

function pairwise(judge: (a: string, b: string) => Judgement): Comparer {
  return (a, b) => together(a.flatMap((one) => b.map((other) => judge(one.text, other.text))));
}
