import { passesVerhoeff } from '../../verhoeff.ts';
import { digitLike, digitOf } from './digit-signs.ts';
import { isTelephone } from './is-telephone.ts';

/** A number, or what looks like one, in the characters of a line. */
export interface FoundNumber {
  kind: 'number' | 'virtual-id';
  /** As read, in Western digits. Stays in the memory of the process that reads. */
  digits: string;
  /** The places of these digits among the characters, one for each. */
  places: number[];
  /** Twelve digits (sixteen for a virtual id) that pass Verhoeff. */
  isCertain: boolean;
  /** Digits that are written as telephone numbers are; burned out like all others. */
  isTelephone: boolean;
}

const gapSign = /^[\s.\-·•:;,'_\u00AD\u200B-\u200D\u2010-\u2015]*$/;
/** Beyond it, what stands between two digits parts two numbers. */
const longestGap = 3;

/**
 * Numbers of twelve and virtual ids of sixteen digits: joined, spaced, dashed, in Western or Devanagari digits, also
 * where an engine took some for letters, lost one or saw one too many. Too many are found rather than too few: what is
 * found is burned out.
 */
export function findNumbers(characters: readonly string[]): FoundNumber[] {
  return digitRuns(characters).flatMap((run) => numbersInRun(characters, run));
}

/** The places of digit-like signs that belong together. */
function digitRuns(characters: readonly string[]): number[][] {
  const runs: number[][] = [];
  let current: number[] = [];
  let gap = 0;
  const close = () => {
    if (current.length > 0) runs.push(current);
    current = [];
    gap = 0;
  };
  for (const [place, sign] of characters.entries()) {
    if (digitLike(sign) !== null && (digitOf(sign) !== null || isAmongDigits(characters, place))) {
      current.push(place);
      gap = 0;
    } else if (current.length > 0 && gapSign.test(sign) && gap < longestGap) gap += 1;
    else close();
  }
  close();
  return runs;
}

/** A letter counts as a misread digit only where most of what stands round it is digits. */
function isAmongDigits(characters: readonly string[], place: number): boolean {
  const around = characters.slice(Math.max(0, place - 4), place + 5).filter((sign) => !gapSign.test(sign));
  const digits = around.filter((sign) => digitOf(sign) !== null).length;
  return digits >= 3 && digits * 2 > around.length;
}

function numbersInRun(characters: readonly string[], run: number[]): FoundNumber[] {
  const digits = run.map((place) => digitLike(characters[place] ?? '') ?? '').join('');
  const part = (kind: FoundNumber['kind'], from: number, to: number, isCertain: boolean): FoundNumber => ({
    kind,
    digits: digits.slice(from, to),
    places: run.slice(from, to),
    isCertain,
    isTelephone: kind === 'number' && isTelephone(textOf(characters, run), before(characters, run)),
  });
  if (run.length === 16) return [part('virtual-id', 0, 16, passesVerhoeff(digits))];
  const certain = certainWindow(digits);
  if (certain !== null) return [part('number', certain, certain + 12, true)];
  if (run.length >= 15 && run.length <= 17) return [part('virtual-id', 0, run.length, false)];
  if (run.length >= 11 && run.length <= 14) return [part('number', 0, run.length, false)];
  // Several numbers run together: what of it is a number cannot be told.
  if (run.length > 17) return [part('number', 0, run.length, false)];
  return [];
}

function textOf(characters: readonly string[], run: readonly number[]): string {
  const start = run[0] ?? 0;
  const signs = characters.slice(start, (run.at(-1) ?? 0) + 1);
  return signs.map((sign, at) => (run.includes(start + at) ? digitLike(sign) : sign)).join('');
}

function before(characters: readonly string[], run: readonly number[]): string {
  return characters.slice(0, run[0]).join('');
}

/** Where twelve digits in a longer run pass; a run of exactly twelve first. */
function certainWindow(digits: string): number | null {
  for (let from = 0; from + 12 <= digits.length; from += 1) {
    const window = digits.slice(from, from + 12);
    if (/^[2-9]/.test(window) && passesVerhoeff(window)) return from;
  }
  return null;
}

/** A number whose first eight digits are crossed out already: `XXXX XXXX 1234`. The four, or null. */
export function maskedLast4(text: string): string | null {
  const match = /(?:[X×*xK%#•]\s?){6,8}\W{0,2}(\d{4})(?!\d)/u.exec(text);
  return match?.[1] ?? null;
}
