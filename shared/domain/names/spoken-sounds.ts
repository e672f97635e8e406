import { devanagariSounds } from './devanagari-sounds.ts';
import { romanSounds } from './roman-sounds.ts';

const vowels = 'aAiuueEoO';

/** One clean lower-case word as it is spoken: the sounds without the schwas that Hindi leaves out. */
export function spokenSounds(word: string, script: 'devanagari' | 'roman'): string {
  const sounds =
    script === 'devanagari' ? withoutSchwas(withoutDoubles(devanagariSounds(word, 'N'))) : romanSounds(word);
  return settled(sounds);
}

/** Sounds of two words written together: doubled sounds where they meet count once. */
export function joinedSounds(parts: readonly string[]): string {
  return settled(parts.join(''));
}

/**
 * The end's schwa falls but after clusters that need it (Rajendra, Ratna, Surya); from the right, one falls between
 * vowel-consonant and consonant-vowel.
 */
function withoutSchwas(sounds: string): string {
  const letters = Array.from(sounds);
  const last = letters.length - 1;
  if (last >= 2 && letters[last] === 'a' && !needsSchwa(letters[last - 2], letters[last - 1])) letters.pop();
  for (let at = letters.length - 2; at >= 2; at -= 1) {
    const falls =
      letters[at] === 'a' &&
      isConsonant(letters[at - 1]) &&
      isOpen(letters[at - 2]) &&
      isConsonant(letters[at + 1]) &&
      isVowel(letters[at + 2]);
    if (falls) letters.splice(at, 1);
  }
  return letters.join('');
}

/** Spellings that only one of the scripts has, brought to one: Vijay and Vijai, Sonia and Soniya, Rao and Rav;
 * and क्ष that begins a word, which is spoken and often written छ. */
function settled(sounds: string): string {
  return sounds
    .replace(/aa|Aa|aA|AA/g, 'A')
    .replace(/[aA]y(?![aAiueEoO])|[aA]i/g, 'E')
    .replace(/i(?=[aA])/g, 'iy')
    .replace(/[aA]o$/, 'av')
    .replace(/eo$/, 'ev')
    .replace(/(?<=[dkt])er$/, 'ar')
    .replace(/(?<=...)ore$/, 'or')
    .replace(/eh(?=[^aAiueEoO]|$)/g, 'ah')
    .replace(/kr?i[sS]a?n[aA]?(?![aAiueEoO])/g, 'kiSan')
    .replace(/n[aA]r(?:[aA]y[aA]|E|yE)n/g, 'narAyan')
    .replace(/(.)\1+/g, '$1')
    .replace(/cC/g, 'C')
    .replace(/^kS/, 'C');
}

/** A stop before its own aspirate is a doubling too: सिद्धू is Siddhu and Sidhu. */
function withoutDoubles(sounds: string): string {
  return sounds
    .replace(/([^aAiueEoO])\1+/g, '$1')
    .replace(/kK|gG|cC|jJ|tT|dD|pP|bB/g, (pair) => pair.charAt(1));
}

function needsSchwa(before: string | undefined, consonant: string | undefined): boolean {
  return !isOpen(before) && consonant !== undefined && 'ryvnm'.includes(consonant);
}

/** A nasal sign is part of its vowel. */
function isOpen(sound: string | undefined): boolean {
  return sound === 'N' || isVowel(sound);
}

function isVowel(sound: string | undefined): boolean {
  return sound !== undefined && vowels.includes(sound);
}

function isConsonant(sound: string | undefined): boolean {
  return sound !== undefined && !vowels.includes(sound);
}
