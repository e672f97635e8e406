import type { PaperKind } from '../document-reading.ts';
import { findAbout, lettersOnly } from './find-about.ts';
import { findNumbers } from './find-numbers.ts';
import { isForm } from './is-form.ts';
import type { PrintedLine } from './printed-line.ts';
import { readGender } from './read-gender.ts';
import { readPanNumber } from './read-pan-number.ts';

type WeighedWords = readonly (readonly [word: string, weight: number])[];
type CardKind = Extract<PaperKind, 'pan' | 'aadhaar'>;

/** What only such a card says, and how much that weighs. */
const words: Readonly<Record<CardKind, WeighedWords>> = {
  pan: [
    ['permanentaccountnumber', 4],
    ['incometaxdepartment', 4],
    ['स्थायीलेखा', 3],
    ['आयकरविभाग', 3],
  ],
  aadhaar: [
    ['aadhaar', 3],
    ['uniqueidentification', 4],
    ['helpuidaigovin', 3],
    ['uidaigovin', 2],
    ['enrolmentno', 3],
    ['governmentofindia', 2],
    ['yearofbirth', 1],
    ['विशिष्टपहचान', 3],
    ['आधार', 2],
  ],
};

/** Names of the card stand on forms and on PAN letters, too. */
const wordsOfCard = words.aadhaar.filter(([word]) => word !== 'aadhaar' && word !== 'आधार');

/** On a page with more, as a picture of a screen has, the bare name tells nothing; beside such a number it does. */
const mostLinesOfCard = 50;

/** By its own print; `unknown` where too little of it can be read. A form names all the cards: it is looked for first. */
export function classifyPaper(lines: readonly PrintedLine[]): PaperKind {
  if (isForm(lines)) return 'form';
  const texts = lines.flatMap(({ latin, second }) => [latin, second ?? '']);
  const plain = texts.map(lettersOnly).filter((text) => text.length > 3);
  const number = Math.max(0, ...texts.map(numberScore));
  const isBareName = lines.length > mostLinesOfCard && number === 0;
  const scores = {
    pan: scoreOf(plain, words.pan) + (texts.some((text) => readPanNumber(text) !== null) ? 2 : 0),
    aadhaar: scoreOf(plain, isBareName ? wordsOfCard : words.aadhaar) + number,
  };
  const best = scores.pan > scores.aadhaar ? 'pan' : 'aadhaar';
  return scores[best] >= 3 ? best : 'unknown';
}

/**
 * Whether a paper of another kind shows an Aadhaar card besides, as where both cards are copied onto one page: by what
 * stands on the card only. Other papers name the card, too.
 */
export function showsAadhaar(lines: readonly PrintedLine[]): boolean {
  const texts = lines.flatMap(({ latin, second }) => [latin, second ?? '']);
  const plain = texts.map(lettersOnly).filter((text) => text.length > 3);
  const own = scoreOf(plain, wordsOfCard);
  return own + (own > 0 && texts.some((text) => readGender(text) !== null) ? 2 : 0) >= 4;
}

function scoreOf(plain: readonly string[], weighed: WeighedWords): number {
  return weighed
    .filter(([word]) => plain.some((text) => findAbout(text, word) !== null))
    .reduce((sum, [, weight]) => sum + weight, 0);
}

/**
 * What a number tells. One in ten account numbers and payment references passes by chance: so only one that is printed
 * as on a card, or named a virtual id, tells enough by itself.
 */
function numberScore(text: string): number {
  if (/(?<![a-z])(?:v[i1l]d|virtual\s?id)\W*\d{4}\W?\d{4}/i.test(text)) return 3;
  const signs = Array.from(text);
  const scores = findNumbers(signs)
    .filter(({ isCertain }) => isCertain)
    .map(({ kind, places }) => (kind === 'number' && isGrouped(places) ? 3 : 2));
  return Math.max(0, ...scores);
}

/** Four, four, four, of which engines lose one gap at times. */
function isGrouped(places: readonly number[]): boolean {
  const gaps = places.flatMap((place, at) => (at > 0 && place - (places[at - 1] ?? 0) > 1 ? [at] : []));
  return gaps.length > 0 && gaps.every((at) => at === 4 || at === 8);
}
