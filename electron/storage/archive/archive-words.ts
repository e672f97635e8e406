import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { nameSkeleton } from '../../../shared/domain/names/name-skeleton.ts';
import { searchWords } from '../../../shared/domain/search-tokens.ts';

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

/** The words by which the archive finds a request, each once, separated by spaces. */
export function archiveWords(request: MigrationRequest, transfer: TransferCodes | null): string {
  const plain = new Set<string>();
  const skeletons = new Set<string>();
  for (const name of namesOf(request)) {
    for (const word of comparableWords(name)) {
      plain.add(word);
      for (const skeleton of skeletonWords(word)) skeletons.add(skeleton);
    }
  }
  for (const word of numberWords(request, transfer)) plain.add(word);
  const fragments = new Set<string>();
  for (const word of plain) for (const rest of restsOf(word)) if (!plain.has(rest)) fragments.add(rest);
  return [...marked('p', plain), ...marked('s', skeletons), ...marked('f', fragments)].join(' ');
}

/** Longer words are cut on both sides of the comparison: each rest of them would be a word of the index. */
const longestWord = 40;

/** Words as both sides of the comparison see them: digits of either script are the same. */
export function comparableWords(text: string): string[] {
  return searchWords(westernDigits(text)).map((word) =>
    word.length <= longestWord ? word : Array.from(word).slice(0, longestWord).join(''),
  );
}

export function westernDigits(text: string): string {
  return text.replace(/[\u0966-\u096F]/g, (digit) => String(digit.charCodeAt(0) - 0x0966));
}

/** Skeletons of one word, as words of the index: nothing where the word is no name. */
export function skeletonWords(word: string): string[] {
  return /\d/.test(word) ? [] : searchWords(nameSkeleton(word));
}

function namesOf({ centreName, applicant, registeredOperator }: MigrationRequest): string[] {
  const names = [centreName, applicant.name, registeredOperator.name];
  return names.flatMap((name) => [name.hi, name.en]);
}

function numberWords(request: MigrationRequest, transfer: TransferCodes | null): string[] {
  const codes = [request.kioskCode, request.newKioskCode, transfer?.oldCode, transfer?.newCode]
    .filter((code) => code !== null && code !== undefined)
    .flatMap((code) => {
      const compact = comparableWords(code).join('');
      return [compact, compact.replace(/^\D+/, '')];
    });
  const parts = comparableWords(request.requestNo);
  const mobiles = [request.applicant.mobileLast4, request.registeredOperator.mobileLast4];
  return [...codes, ...parts, parts.join(''), ...mobiles].filter((word): word is string => Boolean(word));
}

/** What follows the first letter, the second, …; a vowel sign never begins one, as nobody types one alone. */
function restsOf(word: string): string[] {
  const signs = Array.from(word);
  const rests: string[] = [];
  for (let from = 1; from <= signs.length - shortestFragment; from += 1) {
    if (!/^\p{M}/u.test(signs[from] ?? '')) rests.push(signs.slice(from).join(''));
  }
  return rests;
}

function marked(kind: WordKind, words: ReadonlySet<string>): string[] {
  return Array.from(words, (word) => kind + word);
}
