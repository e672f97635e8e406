import { devanagariSounds } from './devanagari-sounds.ts';
import { romanSounds } from './roman-sounds.ts';

/** What stays of each sound. `a` and `ā` go: schwas come and go between the scripts. */
const folded: Readonly<Record<string, string>> = {
  a: '',
  A: '',
  i: 'i',
  e: 'i',
  E: 'i',
  u: 'u',
  o: 'u',
  O: 'u',
  y: 'i',
  K: 'k',
  G: 'g',
  C: 'c',
  J: 'j',
  T: 't',
  D: 'd',
  P: 'p',
  B: 'b',
  S: 's',
  R: 'd',
  v: 'b',
};
const initials: Readonly<Record<string, string>> = { a: 'a', A: 'a', E: 'ai', O: 'au', y: 'y' };

/** Short forms and spellings that differ by more than a sound. Keys and values are skeletons. */
const commonForms: ReadonlyMap<string, string> = new Map([
  ['muhd', 'muhmd'],
  ['muhmid', 'muhmd'],
  ['ahmid', 'ahmd'],
  ['sinh', 'sing'],
  ['rtur', 'rtud'],
  ['kunbr', 'knbr'],
  ['gujr', 'gurjr'],
]);

/**
 * One word, in Devanagari or Roman, as a short lower-case ASCII key: equal for the common spellings of a name in both
 * scripts, and for the beginning of a word nearly always the beginning of the word's key. Meant for finding, not for
 * judging: different names may share a key. Digits pass through; a word of another script gives an empty key.
 * Indexes keep these keys: when what this gives for a word changes, they must be made anew.
 */
export function nameSkeleton(word: string): string {
  const lower = word.toLowerCase();
  if (lower === 'md') return 'muhmd';
  const sounds = isDevanagari(lower) ? devanagariSounds(lower) : romanSounds(withoutMarks(lower));
  return soundsKey(sounds);
}

/** The same key from the sounds of a word. */
export function soundsKey(sounds: string): string {
  const key = fold(withoutSilentE(sounds));
  return commonForms.get(key) ?? key;
}

function isDevanagari(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code >= 0x0900 && code <= 0x097f) return true;
  }
  return false;
}

function withoutMarks(word: string): string {
  return /^[a-z0-9]*$/.test(word) ? word : word.normalize('NFKD').replace(/[^a-z0-9]/g, '');
}

/** Kishore, Rathore. */
function withoutSilentE(sounds: string): string {
  return sounds.length > 4 && sounds.endsWith('ore') ? sounds.slice(0, -1) : sounds;
}

/** A doubled sound counts once; `e` before `h` is written as a as often (Mehta, Rehman). */
function fold(sounds: string): string {
  let key = '';
  let last = '';
  let wasE = false;
  for (let at = 0; at < sounds.length; at += 1) {
    const sound = sounds[at] ?? '';
    const kept = key === '' ? (initials[sound] ?? folded[sound] ?? sound) : (folded[sound] ?? sound);
    if (sound === 'h' && wasE) key = key.slice(0, -1);
    if (kept !== last && isAscii(kept)) key += kept;
    if (kept === last && isDigit(kept)) key += kept;
    last = kept;
    wasE = sound === 'e' && at > 0;
  }
  return key;
}

function isAscii(text: string): boolean {
  return text === '' || (text >= '0' && text < '{' && text.charCodeAt(0) < 0x80);
}

function isDigit(text: string): boolean {
  return text.length === 1 && text >= '0' && text <= '9';
}
