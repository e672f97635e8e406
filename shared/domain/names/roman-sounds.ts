const plain: Readonly<Record<string, string>> = {
  b: 'b',
  c: 'k',
  d: 'd',
  f: 'P',
  g: 'g',
  h: 'h',
  j: 'j',
  k: 'k',
  l: 'l',
  m: 'm',
  n: 'n',
  p: 'p',
  q: 'k',
  r: 'r',
  s: 's',
  t: 't',
  v: 'v',
  w: 'v',
  x: 'kS',
  y: 'y',
  z: 'j',
};
const aspirates: Readonly<Record<string, string>> = {
  b: 'B',
  c: 'c',
  d: 'D',
  g: 'G',
  j: 'J',
  k: 'K',
  p: 'P',
  s: 'S',
  t: 'T',
  z: 'j',
};
const vowelPairs: Readonly<Record<string, string>> = {
  aa: 'A',
  ae: 'E',
  ai: 'E',
  au: 'O',
  ea: 'i',
  ee: 'i',
  ei: 'E',
  ii: 'i',
  oo: 'u',
  ou: 'O',
  uu: 'u',
};
const vowels = new Set('aeiou');

/**
 * One lower-case word of a–z as sounds, in the alphabet of `devanagariSounds`. What Roman spelling does not tell (the
 * length of a vowel, dental or retroflex) is not guessed. What is not a letter passes through.
 */
export function romanSounds(word: string): string {
  let sounds = '';
  let at = 0;
  while (at < word.length) {
    const letter = word[at] ?? '';
    const next = word[at + 1] ?? '';
    if (letter === 'q' && next === 'u' && vowels.has(word[at + 2] ?? '')) {
      sounds += 'k';
      at += 2;
    } else if (vowels.has(letter)) {
      const pair = vowelPair(word, at);
      sounds += pair ?? letter;
      at += pair === null ? 1 : 2;
    } else if ((letter === next && letter in plain) || (letter === 'c' && next === 'k')) {
      at += 1;
    } else if (next === 'h' && letter in aspirates) {
      const isStrongCh = letter === 'c' && word[at + 2] === 'h';
      sounds += isStrongCh ? 'C' : (aspirates[letter] ?? '');
      at += isStrongCh ? 3 : 2;
    } else {
      sounds += single(letter, next, sounds);
      at += 1;
    }
  }
  return sounds;
}

/** `ow` and `aw` are a vowel only before a consonant or at the end; `aee` is a and ee, as in Raees and Saeed. */
function vowelPair(word: string, at: number): string | null {
  const pair = word.slice(at, at + 2);
  const after = word[at + 2] ?? '';
  if (pair === 'ae' && after === 'e') return null;
  if (pair === 'ow') return vowels.has(after) ? null : 'O';
  return vowelPairs[pair] ?? null;
}

/** `c` alone is k, but at the end it is a ch still being typed; `y` between consonants is a vowel. */
function single(letter: string, next: string, before: string): string {
  if (letter === 'c' && next === '') return 'c';
  if (letter === 'y' && before !== '' && !isVowelSound(before) && !vowels.has(next)) return 'i';
  return plain[letter] ?? letter;
}

function isVowelSound(sounds: string): boolean {
  return 'aAeEiouO'.includes(sounds.at(-1) ?? ' ');
}
