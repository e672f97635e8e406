import { passesVerhoeff } from './verhoeff.ts';

/** What stands between any two digits of one number: at most three of these. Soft and zero-width ones too. */
const narrowGap = /^[\s.\-\u00AD\u200B-\u200D\u2010-\u2015]{0,3}$/;
/** What may stand between its groups of four: more signs, and more of them. Elsewhere they part dates, times and sums. */
const gap = String.raw`[\s.\-,_:;'/|\u00AD\u00B7\u2019\u200B-\u200D\u2010-\u2015\u2022\u2212]{0,12}`;
const numberRuns = new RegExp(String.raw`\d(?:${gap}\d)*`, 'g');
/** Twelve digits in a row, as nearly all texts without a number do not have: a cheap first look. */
const twelveDigits = new RegExp(String.raw`[\d\u0966-\u096F](?:${gap}[\d\u0966-\u096F]){11}`);
/** Beyond ASCII and Devanagari there are digits that only folding shows: full-width, raised, circled. */
const mayFold = /[^\u0000-\u007F\u0900-\u097F]/;

/** Devanagari digits are code points U+0966 to U+096F. */
function toAsciiDigits(text: string): string {
  return text.replace(/[\u0966-\u096F]/g, (digit) => String(digit.charCodeAt(0) - 0x0966));
}

function fold(text: string): string {
  return toAsciiDigits(text.normalize('NFKC'));
}

/**
 * Whether a text holds what may be a full Aadhaar number: twelve digits, the first 2-9, that pass Verhoeff; joined,
 * spaced, dashed or dotted, in groups of four with other signs between them, in Western or Devanagari digits. One random number in ten passes: so payment references and
 * telephone numbers have fields of their own that are not checked. Source: no 12-digit Aadhaar number is ever kept.
 */
export function containsAadhaarNumber(text: string): boolean {
  if (!twelveDigits.test(text) && !mayFold.test(text)) return false;
  return numbersIn(fold(text)).length > 0;
}

/**
 * The text with the first eight digits of each such number as `X`, and everything else as it was.
 * A text without one comes back as it is.
 */
export function maskAadhaarNumbers(text: string): string {
  if (!containsAadhaarNumber(text)) return text;
  const signs = Array.from(text);
  const folded = signs.map(fold);
  /** For each character of the folded text, the sign that it came from. */
  const sources = folded.flatMap((part, sign) => Array.from({ length: part.length }, () => sign));
  for (const digits of numbersIn(folded.join(''))) {
    for (const digit of digits.slice(0, 8)) signs[sources[digit] ?? -1] = 'X';
  }
  return signs.join('');
}

/** The places of the twelve digits of each number, in a folded text. */
function numbersIn(folded: string): number[][] {
  const found: number[][] = [];
  for (const { 0: run, index } of folded.matchAll(numberRuns)) {
    const places = Array.from(run.matchAll(/\d/g), (digit) => index + digit.index);
    // Any window of twelve: a number glued to other digits is a leak too. A 16-digit virtual id is caught as such.
    for (let start = 0; start + 12 <= places.length; start += 1) {
      const window = places.slice(start, start + 12);
      const candidate = window.map((place) => folded.charAt(place)).join('');
      if (/^[2-9]/.test(candidate) && passesVerhoeff(candidate) && belongTogether(folded, window))
        found.push(window);
    }
  }
  return found;
}

function belongTogether(folded: string, window: readonly number[]): boolean {
  return window.slice(1).every((place, at) => {
    const isBetweenGroups = at === 3 || at === 7;
    return isBetweenGroups || narrowGap.test(folded.slice((window[at] ?? 0) + 1, place));
  });
}
