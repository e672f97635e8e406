/** In the places of letters: digits taken for letters, and the other way round. */
const asLetter: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '2': 'Z',
  '3': 'J',
  '4': 'A',
  '5': 'S',
  '6': 'G',
  '8': 'B',
};
const asDigit: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  U: '0',
  I: '1',
  L: '1',
  J: '1',
  Z: '2',
  A: '4',
  S: '5',
  G: '6',
  T: '7',
  B: '8',
};

const letter = '[A-Z0-9]';
const candidate = new RegExp(`(?<![A-Z0-9])${letter}{10}(?![A-Z0-9])`, 'g');

/**
 * The first permanent account number in a text, with what engines confuse put right by its place: five letters, four
 * digits, a letter; the fourth says what kind of holder. Source: documents.md of the requirements.
 * @returns null where nothing fits, or where so much had to be put right that it may be any word.
 */
export function readPanNumber(text: string): string | null {
  const upper = text.toUpperCase();
  for (const line of [upper, upper.replace(/[\s.\-]+/g, '')]) {
    for (const [word] of line.matchAll(candidate)) {
      const repaired = repairPan(word);
      if (repaired !== null) return repaired;
    }
  }
  return null;
}

/** O for 0 counts half: the commonest of all. */
const mostRepairs = 3;

function repairPan(word: string): string | null {
  let repairs = 0;
  const signs = Array.from(word, (sign, place) => {
    const wantsDigit = place >= 5 && place <= 8;
    if (/[0-9]/.test(sign) === wantsDigit) return sign;
    repairs += sign === 'O' || sign === '0' ? 0.5 : 1;
    return (wantsDigit ? asDigit : asLetter)[sign] ?? '?';
  }).join('');
  const isWhole = /^[A-Z]{3}[PCHFATBLJG][A-Z][0-9]{4}[A-Z]$/.test(signs);
  return isWhole && repairs <= mostRepairs ? signs : null;
}
