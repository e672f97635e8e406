import { normalKioskCode } from '../../../shared/domain/kiosk-code.ts';
import {
  comparableWords,
  shortestFragment,
  skeletonWords,
  westernDigits,
  type WordKind,
} from './archive-words.ts';

/** More than anybody needs to tell one request from all others; the rest of a pasted text is left out. */
const mostWords = 8;

export interface ArchiveQuery {
  /** As compared, for telling what of a hit fitted. */
  words: string[];
  /** Expressions for the index, the best hits' first; each finds all that the one before it finds. */
  tiers: string[];
}

/** What was typed, as questions to the index; null when there is nothing to look for in it. */
export function archiveQuery(typed: string): ArchiveQuery | null {
  const words = queryWords(typed);
  if (words.length === 0) return null;
  const whole = words.join('');
  const mobile = mobileTerms(whole);
  const find = (variants: (word: string) => string[]) => anyOf([every(words, variants), ...mobile]);
  return {
    words: [...words, ...[...words, whole].filter(isMobile).map((number) => number.slice(-4))],
    tiers: [
      anyOf([term('p', whole), ...mobile]),
      find(beginnings),
      find((word) => [...beginnings(word), ...skeletonBeginnings(word)]),
      find((word) => [...beginnings(word), ...skeletonBeginnings(word), ...fragments(word)]),
    ],
  };
}

function queryWords(typed: string): string[] {
  const code = normalKioskCode(typed);
  if (code !== null) return [code.toLowerCase()];
  const words = comparableWords(joinCodes(westernDigits(typed.normalize('NFKC'))));
  return [...new Set(words)].slice(0, mostWords);
}

/** The beginning of a kiosk code, however its letters and digits are set apart: `के 110`, `k-110`, `d97 k 00`. */
function joinCodes(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{M}\p{N}])(?:के|k)[\s.\-–—_/]*(?=\d)/giu, 'k')
    .replace(/(?<![\p{L}\p{M}\p{N}])d[\s.\-–—_/]*(\d\d)[\s.\-–—_/]*(?:के|k)[\s.\-–—_/]*(?=\d|$)/giu, 'd$1k');
}

function every(words: readonly string[], variants: (word: string) => string[]): string {
  return words.map((word) => anyOf(variants(word))).join(' AND ');
}

function anyOf(expressions: readonly string[]): string {
  return `(${expressions.join(' OR ')})`;
}

function beginnings(word: string): string[] {
  return [`${term('p', word)} *`, ...mobileTerms(word)];
}

/** The last four digits of a whole mobile number: no kiosk code has as many digits. */
function mobileTerms(word: string): string[] {
  return isMobile(word) ? [term('p', word.slice(-4))] : [];
}

function isMobile(word: string): boolean {
  return /^\d{10,13}$/.test(word);
}

function skeletonBeginnings(word: string): string[] {
  return skeletonWords(word).map((skeleton) => `${term('s', skeleton)} *`);
}

function fragments(word: string): string[] {
  return Array.from(word).length < shortestFragment ? [] : [`${term('f', word)} *`];
}

/** A string of the index's query language. The words hold letters, marks and digits only, so no quote ends it. */
function term(kind: WordKind, word: string): string {
  return `"${kind}${word}"`;
}
