import { normalKioskCode } from '../../kiosk-code.ts';
import { isoDate } from '../../values.ts';
import type { PaperField } from '../document-reading.ts';
import { panOf } from '../pan.ts';

/** A word of a name that is longer was run together from several, or is none. */
const longestWord = 16;

/**
 * Whether a value has the structure that its field has on every paper. What has not is the rubbish that an engine makes
 * of a stain or of another script: no second opinion, and nothing to show to an officer.
 */
export function isPlausible(field: PaperField, value: string): boolean {
  switch (field) {
    case 'name':
    case 'fatherName':
      return wordsOf(value).every((word) => isLatinNameWord(word));
    case 'nameHindi':
    case 'fatherNameHindi':
      return wordsOf(value).every((word) => isHindiNameWord(word));
    case 'dob':
      return /^\d{4}$/.test(value) || isoDate.safeParse(value).success;
    case 'gender':
      return /^[MFT]$/.test(value);
    case 'pan':
      return panOf(value) !== null;
    case 'last4':
    case 'mobileLast4':
      return /^\d{4}$/.test(value);
    case 'kioskCode':
      return normalKioskCode(value) !== null;
    case 'address':
      return true;
  }
}

function wordsOf(name: string): string[] {
  return name.split(/[\s.'\u0970]+/).filter((word) => word !== '');
}

/** An engine may take a capital for a small letter; a word without a vowel is initials. */
function isLatinNameWord(word: string): boolean {
  if (!/^[A-Za-z][A-Za-z-]*$/.test(word) || word.length > longestWord) return false;
  return word.length < 4 || /[aeiouy]/i.test(word);
}

/** A word cannot begin with a sign that belongs to the letter before it. */
function isHindiNameWord(word: string): boolean {
  return /^\p{L}[\p{L}\p{M}]*$/u.test(word) && word.length <= 2 * longestWord;
}
