/** What a consonant letter sounds like. The retroflex row falls in with the dental one: Roman writes them alike. */
const consonants: Readonly<Record<string, string>> = lettersTo(
  'कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहळ',
  'kKgGncCjJntTdDntTdDnpPbBmyrlvSSshl',
);
/**
 * `ड़` and `ढ़` are heard as r and written as r or d; within a word the dot is often left out. Other nuktas change
 * nothing that Roman spelling keeps.
 */
const flaps: Readonly<Record<string, string>> = { ड: 'R', ढ: 'R' };
/** Letters that carry their nukta in one code point. */
const composed: Readonly<Record<string, string>> = {
  '\u0929': 'n',
  '\u0931': 'r',
  '\u0934': 'l',
  '\u0958': 'k',
  '\u0959': 'K',
  '\u095A': 'g',
  '\u095B': 'j',
  '\u095C': 'R',
  '\u095D': 'R',
  '\u095E': 'P',
  '\u095F': 'y',
};
const vowels: Readonly<Record<string, string>> = lettersTo('अआइईउऊएऐओऔऍऑ', 'aAiiuueEoOeo');
const signs: Readonly<Record<string, string>> = lettersTo('ािीुूेैोौॅॉ', 'AiiuueEoOeo');
const nukta = '\u093C';
const virama = '\u094D';
/** After these `ड` is a plain d. */
const closing = new Set([virama, 'ं', 'ँ']);
const labials = new Set('पफबभम');

function lettersTo(letters: string, sounds: string): Record<string, string> {
  return Object.fromEntries(Array.from(letters).map((letter, at) => [letter, sounds[at] ?? '']));
}

/**
 * One word in Devanagari as sounds, one character each, with every inherent vowel written as `a`: the deletion of
 * schwas is another's work. Aspirates are capitals, `S` is sh, `A` is ā, `E` ai, `O` au, `R` is ड़. Signs that have
 * no sound are left out; what is not Devanagari passes through.
 *
 * @param nasal how anusvara and chandrabindu are written where no labial follows
 */
export function devanagariSounds(word: string, nasal = 'n'): string {
  let sounds = '';
  let isOpen = false;
  for (let at = 0; at < word.length; at += 1) {
    const letter = word[at] ?? '';
    const dotted = word[at + 1] === nukta;
    const isFlap = dotted || (at > 0 && !closing.has(word[at - 1] ?? ''));
    const consonant = (isFlap && flaps[letter]) || consonants[letter] || composed[letter];
    if (consonant !== undefined) {
      if (isOpen) sounds += 'a';
      sounds += consonant;
      isOpen = true;
      if (dotted) at += 1;
      if (letter === 'ज' && word.startsWith('्ञ', at + 1)) {
        sounds = `${sounds.slice(0, -1)}gy`;
        at += 2;
      }
      continue;
    }
    const sign = signs[letter];
    if (letter === virama) isOpen = false;
    else if (sign !== undefined) {
      sounds += sign;
      isOpen = false;
    } else if (letter === 'ृ' || letter === 'ॄ') {
      sounds += 'ri';
      isOpen = false;
    } else {
      if (isOpen) sounds += 'a';
      isOpen = false;
      sounds += outside(letter, word[at + 1] ?? '', nasal);
    }
  }
  return isOpen ? `${sounds}a` : sounds;
}

/** Independent vowels, nasal signs, digits. A nasal sign before a labial is m, else n. */
function outside(letter: string, next: string, nasal: string): string {
  const vowel = vowels[letter];
  if (vowel !== undefined) return vowel;
  if (letter === 'ं' || letter === 'ँ') return labials.has(next) ? 'm' : nasal;
  if (letter === 'ऋ') return 'ri';
  if (letter >= '०' && letter <= '९') return String(letter.charCodeAt(0) - 0x0966);
  return letter >= '\u0900' && letter <= '\u097F' ? '' : letter;
}
