import type { MigrationRequest } from './request.ts';
import { remembered } from '../remembered.ts';
import { normalKioskCode } from './kiosk-code.ts';
import { nameSkeleton } from './names/name-skeleton.ts';

/** Splits what an officer types or what a request holds into comparable words: NFKC, lower case, no nukta marks. */
export function searchWords(text: string): string[] {
  const folded = isAscii(text) ? text : foldMarks(text);
  return folded
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word.length > 0);
}

/** For what is indexed only: the archive and the queue take the same names apart, one after the other. */
export const indexedWords = remembered(1000, (text): readonly string[] => searchWords(text));

/** Half of what is indexed; nothing in it changes. */
function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

function foldMarks(text: string): string {
  return text.normalize('NFKD').replace(/[\u093C\u0300-\u036F]/g, '');
}

/** Marks a token that is the sound of a word: no word begins with it, so that the two never meet by chance. */
const soundMark = '~';
/** A single sound fits a tenth of all names. */
const leastSound = 2;

/**
 * How a word sounds, as a token that is the same in Devanagari and Roman; null where it is too short, or a number.
 * For a beginning of a word it is nearly always a beginning of the word's token.
 */
export function soundToken(word: string): string | null {
  if (/\p{N}/u.test(word)) return null;
  const skeleton = nameSkeleton(word);
  return skeleton.length < leastSound ? null : soundMark + skeleton;
}

/** For what is indexed only: what an officer types is not remembered. */
const indexedSound = remembered(5000, soundToken);

/**
 * Stands between tokens that are one text. No token holds it, and whoever seeks Aadhaar numbers does not read over it as
 * over a space: a kiosk's digits and those of a mobile beside them would be one.
 */
export const betweenTokens = '+';

/** The words by which a request is found, each once, and how they sound. Prefixes are the index's work. */
export function searchTokens(request: MigrationRequest): string[] {
  const tokens = new Set<string>();
  for (const text of textsOf(request)) for (const word of indexedWords(text)) tokens.add(word);
  for (const word of [...tokens]) {
    const sound = indexedSound(word);
    if (sound !== null) tokens.add(sound);
  }
  const code = request.kioskCode.toLowerCase();
  tokens.add(code).add(code.replace(/^\D+/, ''));
  if (request.applicant.mobileLast4) tokens.add(request.applicant.mobileLast4);
  return [...tokens];
}

function textsOf(request: MigrationRequest): string[] {
  return [
    request.requestNo,
    request.centreName.hi,
    request.centreName.en,
    request.applicant.name.hi,
    request.applicant.name.en,
    request.block.hi,
    request.block.en,
  ];
}

/** The beginnings of tokens by any of which a typed word is found: itself, or how it sounds. */
export function tokensFor(word: string): string[] {
  const sound = soundToken(word);
  return sound === null ? [word] : [word, sound];
}

/** What was typed, as words to find: a kiosk code in any form becomes its normal form. Each is sought by `tokensFor`. */
export function queryWords(typed: string): string[] {
  const code = normalKioskCode(typed);
  return code ? [code.toLowerCase()] : searchWords(typed);
}
