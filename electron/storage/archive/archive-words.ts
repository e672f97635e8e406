import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { nameSkeleton } from '../../../shared/domain/names/name-skeleton.ts';
import { remembered } from '../../../shared/remembered.ts';
import { indexedWords, searchWords } from '../../../shared/domain/search-tokens.ts';

/**
 * What a word of the index is: `p` a word as it stands, found by its beginning; `s` a name's skeleton, the same in
 * either script; `f` the rest of a word from its second letter on or later, so that a fragment is found by its
 * beginning too.
 */
export type WordKind = 'p' | 's' | 'f';

/** The shortest rest of a word that is indexed: shorter ones would be in nearly every request. */
export const shortestFragment = 3;

/** Codes of a request's transfer: the archive finds it by them also when the request does not name them. */
export interface TransferCodes {
  oldCode: string;
  newCode: string | null;
}

/** Everything of a request by which the archive finds it, before it is taken apart into words. */
export interface ArchiveTexts {
  names: string[];
  codes: string[];
  requestNo: string;
  mobiles: string[];
}

export function archiveTexts(request: MigrationRequest, transfer: TransferCodes | null): ArchiveTexts {
  const { centreName, applicant, registeredOperator, requestNo } = request;
  const names = [centreName, applicant.name, registeredOperator.name];
  const codes = [request.kioskCode, request.newKioskCode, transfer?.oldCode, transfer?.newCode];
  const mobiles = [applicant.mobileLast4, registeredOperator.mobileLast4];
  return {
    names: distinct(names.flatMap((name) => [name.hi, name.en])),
    codes: distinct(codes),
    requestNo,
    mobiles: distinct(mobiles),
  };
}

function distinct(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts.filter((text): text is string => Boolean(text)))];
}

/** The words by which the archive finds a request, each once, separated by spaces. */
export function archiveWords({ names, codes, requestNo, mobiles }: ArchiveTexts): string {
  const words = new Set<string>();
  for (const name of names) {
    for (const word of comparable(indexedWords(westernDigits(name)))) {
      addWord(words, word);
      for (const skeleton of skeletonWords(word)) words.add(`s${skeleton}`);
    }
  }
  for (const code of codes) {
    const compact = compactCode(code);
    addWord(words, compact);
    addWord(words, compact.replace(/^[^0-9]+/, ''));
  }
  const parts = comparableWords(requestNo);
  for (const word of [...parts, ...mobiles]) addWord(words, word);
  words.add(`p${parts.join('')}`);
  return [...words].join(' ');
}

/** A word as it stands, and each rest of it. */
function addWord(words: Set<string>, word: string): void {
  if (word === '' || words.has(`p${word}`)) return;
  words.add(`p${word}`);
  for (let from = 1; from <= word.length - shortestFragment; from += 1) {
    // A vowel sign, or half of a character, never begins one: nobody types it alone.
    if (!isInside(word.charCodeAt(from))) words.add(`f${word.slice(from)}`);
  }
}

/** Signs that follow a Devanagari letter, and the second halves of characters beyond the first plane. */
function isInside(code: number): boolean {
  const isSign = (code >= 0x0900 && code <= 0x0903) || (code >= 0x093a && code <= 0x094f && code !== 0x093d);
  return isSign || (code >= 0xdc00 && code <= 0xdfff);
}

function compactCode(code: string): string {
  return /^[A-Za-z0-9]+$/.test(code) ? code.toLowerCase() : comparableWords(code).join('');
}

/** Longer words are cut on both sides of the comparison: each rest of them would be a word of the index. */
const longestWord = 40;

/** Words as both sides of the comparison see them: digits of either script are the same. */
export function comparableWords(text: string): string[] {
  return comparable(searchWords(westernDigits(text)));
}

function comparable(words: readonly string[]): string[] {
  return words.map((word) =>
    word.length <= longestWord ? word : Array.from(word).slice(0, longestWord).join(''),
  );
}

export function westernDigits(text: string): string {
  return text.replace(/[\u0966-\u096F]/g, (digit) => String(digit.charCodeAt(0) - 0x0966));
}

/** Skeletons of one word, as words of the index: nothing where the word is no name. */
export const skeletonWords = remembered(5000, (word): readonly string[] =>
  /\d/.test(word) ? [] : searchWords(nameSkeleton(word)),
);
