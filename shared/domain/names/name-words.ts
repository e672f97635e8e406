import { isLegacyFont } from './legacy-font.ts';
import {
  fillerForms,
  fillers,
  relations,
  sameNames,
  sameNameSounds,
  shortForms,
  titles,
  titlesInFront,
  type Relation,
} from './name-lists.ts';
import { nameSkeleton, soundsKey } from './name-skeleton.ts';
import { spokenSounds } from './spoken-sounds.ts';

/**
 * `core` tells who it is; a `filler` (Singh, Devi, Lal) is often left out; an `initial` stands for a word; a `title`
 * counts only where the other name has it joined.
 */
export interface NameWord {
  kind: 'core' | 'filler' | 'initial' | 'title';
  sounds: string;
  skeleton: string;
  isDevanagari: boolean;
  /** A filler that makes another first name of the word before it: Ram behind Sita, Lal behind Hira. */
  isBound: boolean;
}

export interface ReadName {
  words: readonly NameWord[];
  /** Nothing to compare by: empty, another script, or typed for a legacy font. */
  isReadable: boolean;
  /** Whose son or wife it is, where that is told: they tell two people of one name apart. */
  relative: { relation: Relation; words: readonly NameWord[] } | null;
  /** More words or longer ones than a name has: the rest was not looked at. */
  isCut: boolean;
}

const mostCharacters = 400;
const mostWords = 8;
const longestWord = 40;
const letterSounds: Readonly<Record<string, string>> = {
  ए: 'a',
  बी: 'b',
  सी: 'c',
  डी: 'd',
  ई: 'i',
  एफ: 'f',
  जी: 'g',
  एच: 'h',
  आई: 'i',
  जे: 'j',
  के: 'k',
  एल: 'l',
  एम: 'm',
  एन: 'n',
  ओ: 'o',
  पी: 'p',
  क्यू: 'q',
  आर: 'r',
  एस: 's',
  टी: 't',
  यू: 'u',
  वी: 'v',
  डब्ल्यू: 'w',
  एक्स: 'x',
  वाई: 'y',
  जेड: 'z',
};
const binding: ReadonlySet<string> = new Set(['rm', 'll', 'cnd']);
const joinedEnds: readonly { end: RegExp; filler: string }[] = [
  { end: /^(.{3,})l[aA]l$/, filler: 'lal' },
  { end: /^(.{3,})kum[aA]r$/, filler: 'kumar' },
  { end: /^(.{3,})si[nN][gGh]$/, filler: 'singh' },
  { end: /^(.{3,})ca[nN]d(?:r[aA]?)?$/, filler: 'chand' },
  { end: /^(.{3,})pr?as[aA]d$/, filler: 'prasad' },
  { end: /^(.{3,})devi$/, filler: 'devi' },
  { end: /^(.{3,})bE$/, filler: 'bai' },
  { end: /^(.{2,}[AaiueEoO])r[aA]m$/, filler: 'ram' },
];

/** A name as it was written, as words to compare. Takes any text; what it costs is bounded. */
export function readName(name: string): ReadName {
  const text = name.slice(0, mostCharacters);
  const { own, relation, others } = partedByRelation(splitWords(text));
  const pieces = own.flatMap(apart);
  const words = readWords(pieces);
  const isNamed = words.some((word) => word.kind !== 'title');
  return {
    words: withAName(words).map(bound),
    relative: relation && { relation, words: withAName(readWords(others.flatMap(apart))).map(bound) },
    isReadable: isNamed && !pieces.some((piece) => piece.isForeign) && !isLegacyText(text),
    isCut: name.length > mostCharacters || pieces.length > mostWords,
  };
}

function readWords(pieces: readonly Piece[]): NameWord[] {
  return pieces.slice(0, mostWords).flatMap(wordsOf).slice(0, mostWords);
}

interface Piece {
  raw: string;
  lower: string;
  isRoman: boolean;
  isForeign: boolean;
  hasDot: boolean;
}

/** Words by blanks, dots and scripts; nuktas that carry no sound and invisible signs are gone. */
function splitWords(text: string): Piece[] {
  const clean = text
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/[\p{Cf}\p{Cc}]/gu, (sign) => (/\s/.test(sign) ? ' ' : ''))
    .replace(/\b([sd]\s*[/.]\s*o\b\.?|(son|daughter)\s+of\b)/gi, ' पुत्र ')
    .replace(/\b(w\s*[/.]\s*o\b\.?|wife\s+of\b)/gi, ' पत्नी ')
    .replace(/\bc\s*[/.]\s*o\b\.?/gi, ' उर्फ ')
    .replace(/(\p{Script=Devanagari})(?=[A-Za-z])|([A-Za-z])(?=\p{Script=Devanagari})/gu, '$1$2 ');
  const found = clean.match(/[^\s.,\-–—/_:"“”।॰]+[.॰]?/gu) ?? [];
  return found.map(pieceOf).filter((piece) => piece.lower !== '');
}

function pieceOf(found: string): Piece {
  const raw = found.replace(/[.॰]$/, '');
  const letters = raw.normalize('NFKD').replace(/[\u0300-\u036F]/g, '');
  const isRoman = /[A-Za-z]/.test(letters);
  const kept = isRoman
    ? letters.replace(/[^A-Za-z]/g, '')
    : letters.replace(/[^\p{Script=Devanagari}]|[०-९]/gu, '');
  return {
    raw,
    lower: kept.toLowerCase().slice(0, longestWord),
    isRoman,
    isForeign: /[^\p{Script=Latin}\p{Script=Devanagari}\P{L}]/u.test(letters),
    hasDot: raw !== found,
  };
}

/** Half of the words look as if typed for a legacy font. Looked at before signs are taken out: they are its letters. */
function isLegacyText(text: string): boolean {
  const written = text.split(/\s+/).filter((word) => word !== '');
  const legacy = written.filter((word) => !isAbbreviation(word) && isLegacyFont(word.replace(/[.,]+$/, '')));
  return legacy.length > 0 && legacy.length * 2 >= written.length;
}

/** Words without a vowel that are Roman all the same: short forms, titles, initials. */
function isAbbreviation(word: string): boolean {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  return titles.has(letters) || letters in shortForms || /^(\p{Lu}\.?){1,3}$/u.test(word);
}

/** The name's own words, and after the first word of relation those of the other person. */
function partedByRelation(pieces: readonly Piece[]) {
  const first = pieces.findIndex((piece) => !relations.has(piece.lower));
  const from = pieces.findIndex((piece, at) => at > first && relations.has(piece.lower));
  if (from === -1) return { own: pieces.slice(Math.max(0, first)), relation: null, others: [] };
  const others = pieces.slice(from + 1);
  const next = others.findIndex((piece) => relations.has(piece.lower));
  return {
    own: pieces.slice(Math.max(0, first), from),
    relation: relations.get(pieces[from]?.lower ?? '') ?? null,
    others: others.slice(0, next === -1 ? undefined : next),
  };
}

/** `RK` is two initials. */
function apart(piece: Piece): Piece[] {
  if (!/^[B-DF-HJ-NP-TV-Z]{2,3}$/.test(piece.raw) || isAbbreviation(piece.lower)) return [piece];
  return Array.from(piece.lower).map((letter) => ({ ...piece, raw: letter, lower: letter }));
}

function wordsOf(piece: Piece, at: number): NameWord[] {
  const letter = initialOf(piece);
  if (letter !== null) return [{ ...word(letter, true), kind: 'initial' }];
  const full = shortForms[piece.lower] ?? piece.lower;
  const read = word(full, piece.isRoman);
  if (titles.has(piece.lower) || (at === 0 && titlesInFront.has(piece.lower)))
    return [{ ...read, kind: 'title' }];
  const parts = joinedParts(read);
  const first = parts[0] ?? read;
  const isFillerFirst = first.skeleton === 'muhmd';
  const rest = parts.slice(1);
  const filler = asFiller(first);
  return [isFiller(filler) && (at > 0 || isFillerFirst) ? filler : first, ...rest];
}

function word(letters: string, isRoman: boolean): NameWord {
  const skeleton = nameSkeleton(letters);
  const spoken = spokenSounds(letters, isRoman ? 'roman' : 'devanagari');
  const same = sameNameSounds[skeleton]?.test(spoken) === false ? undefined : sameNames[skeleton];
  const sounds = same ?? spoken;
  return { kind: 'core', sounds, skeleton, isDevanagari: !isRoman, isBound: false };
}

function isFiller(word: NameWord): boolean {
  return word.skeleton in fillers;
}

/** `Chand` and `Chandra` are one behind a name, two at its beginning. */
function asFiller(word: NameWord): NameWord {
  return { ...word, kind: 'filler', skeleton: fillerForms[word.skeleton] ?? word.skeleton };
}

/** `Mohanlal` is Mohan and Lal; the comparison joins them again where the other name has them joined. */
function joinedParts(joined: NameWord): NameWord[] {
  for (const { end, filler } of joinedEnds) {
    const stem = end.exec(joined.sounds)?.[1];
    if (stem === undefined) continue;
    const first = { ...joined, sounds: stem, skeleton: soundsKey(stem) };
    return [first, { ...word(filler, true), isDevanagari: joined.isDevanagari, kind: 'filler' }];
  }
  return [joined];
}

function initialOf(piece: Piece): string | null {
  if (piece.isRoman) return piece.lower.length === 1 ? piece.lower : null;
  const name = letterSounds[piece.lower];
  if (name !== undefined && (piece.hasDot || !titles.has(piece.lower))) return name;
  const isLetter = /^\p{L}\p{M}?$/u.test(piece.lower) && piece.hasDot;
  if (!isLetter || titles.has(piece.lower) || piece.lower in shortForms) return null;
  return nameSkeleton(piece.lower)[0] ?? null;
}

/** A name of fillers alone is a name all the same: its first one tells who it is. */
function withAName(words: NameWord[]): NameWord[] {
  if (words.some((read) => read.kind === 'core' || read.kind === 'initial')) return words;
  const first = words.findIndex((read) => read.kind === 'filler');
  return words.map((read, at) => (at === first ? { ...read, kind: 'core' } : read));
}

function bound(word: NameWord, at: number, words: readonly NameWord[]): NameWord {
  const before = words[at - 1];
  const isOpen = before?.kind === 'core' && /[aAiueEoO]$/.test(before.sounds);
  return { ...word, isBound: word.kind === 'filler' && isOpen && binding.has(word.skeleton) };
}
