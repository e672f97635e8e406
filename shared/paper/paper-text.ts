import { maskAadhaarNumbers } from '../domain/aadhaar-number.ts';

/** Marks that turn the direction of writing, hide, or stand for nothing: text could show other than it reads. */
const unseen = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;
/** Control characters but for tab and line feed, and characters that Unicode keeps for nobody. */
const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]/g;

/**
 * A text as it may stand on paper: what no reader sees is gone, Aadhaar numbers are masked once more, and each letter
 * is written in one way only, so that a search finds it. The joiners of Devanagari stay. Line feeds stay.
 */
export function paperText(text: string): string {
  const whole = text.replace(/\r\n?|[\u2028\u2029]/g, '\n').toWellFormed();
  return maskAadhaarNumbers(whole.replace(unseen, '').replace(unprintable, ' ').normalize('NFC'));
}
