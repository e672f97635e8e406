/** In pixels of the upright page. */
export interface LineBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A line of print as two engines read it. */
export interface PrintedLine {
  /** By the engine for Latin letters and digits: it knows no Hindi and drops most spaces. */
  latin: string;
  /** By the engine for Hindi and English; null where it was not asked. */
  second: string | null;
  /** 0 to 1, of `latin`. */
  confidence: number;
  box: LineBox;
}

/** The better of the two for a person's eye: letters of the first, with the spaces of the second where they agree. */
export function bestLatin({ latin, second }: PrintedLine): string {
  if (second === null) return latin;
  const isSame = withoutSpaces(latin) === withoutSpaces(second);
  return isSame ? second.trim() : withSpacesOf(latin, second);
}

export function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}

/** Puts the second reading's spaces into the first where the words are of the same lengths, letter for letter or not. */
function withSpacesOf(latin: string, second: string): string {
  const letters = latin.replace(/\s+/g, '');
  const words = second.trim().split(/\s+/);
  if (words.join('').length !== letters.length) return latin;
  let at = 0;
  return words.map((word) => letters.slice(at, (at += word.length))).join(' ');
}

export function hasDevanagari(text: string): boolean {
  return /[\u0904-\u0939\u0958-\u0961]/.test(text);
}

/** The first engine's own figure for a line of Hindi, of which it makes what it knows. */
const surely = 0.6;

/**
 * Whether a line may be Hindi, where the second engine was not asked: the engine for Latin letters reads too few letters
 * for its length, or is not sure of them.
 */
export function mayBeHindi({ latin, second, confidence, box }: PrintedLine): boolean {
  if (second !== null) return hasDevanagari(second);
  const letters = latin.replace(/[^A-Za-z0-9]/g, '').length;
  const length = box.width / box.height;
  return length > 1.5 && (letters <= 3 || letters < 1.2 * length || confidence < surely);
}

/** Letters of both scripts in one name: the second engine took a word of Hindi for an English one. */
export function isMixed(text: string): boolean {
  return hasDevanagari(text) && /[A-Za-z]/.test(text);
}
