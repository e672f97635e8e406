export interface Pan {
  /** Ten characters, upper case. */
  number: string;
  /** The fourth letter: `P` for a person. */
  holder: string;
  /** The fifth letter: the first of the surname, or of the name where there is none. */
  initial: string;
}

/**
 * A permanent account number by its structure; null when it has another. The rule of the check letter is not public:
 * a number of the right structure is not thereby a real one. Source: Income Tax Department, structure of the PAN.
 */
export function panOf(text: string): Pan | null {
  const number = normalPan(text);
  if (!/^[A-Z]{3}[PCHFATBLJG][A-Z][0-9]{4}[A-Z]$/.test(number)) return null;
  return { number, holder: number.charAt(3), initial: number.charAt(4) };
}

/** Upper case, without what stands between the characters. */
export function normalPan(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s.\-–—]/g, '')
    .toUpperCase();
}

/** Letters and digits that engines take for each other, made one: to tell a misreading from another number. */
export function panShape(text: string): string {
  const alike: Readonly<Record<string, string>> = {
    O: '0',
    Q: '0',
    D: '0',
    I: '1',
    L: '1',
    Z: '2',
    S: '5',
    B: '8',
    G: '6',
  };
  return normalPan(text).replace(/[OQDILZSBG]/g, (sign) => alike[sign] ?? sign);
}
