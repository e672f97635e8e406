import { maskAadhaarNumbers } from '../domain/aadhaar-number.ts';
import type { Words } from './paper.ts';

/** Marks that turn the direction of writing, hide, or stand for nothing: text could show other than it reads. */
const unseen = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;
/** Control characters but for tab and line feed, and characters that Unicode keeps for nobody. */
const unprintable = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]/g;

/**
 * A text as it may stand on paper: what no reader sees is gone, Aadhaar numbers are masked once more, and each letter
 * is written in one way only, so that a search finds it. The joiners of Devanagari stay. Line feeds stay.
 */
export function paperText(words: Words): string {
  if (typeof words === 'string') return maskAadhaarNumbers(seenText(words));
  const text = seenText(words.text);
  const asTyped = seenText(words.asTyped);
  // Our sentences name it last; what the rest holds is masked as everywhere.
  const at = asTyped === '' ? -1 : text.lastIndexOf(asTyped);
  if (at < 0) return maskAadhaarNumbers(text);
  return [
    maskAadhaarNumbers(text.slice(0, at)),
    asTyped,
    maskAadhaarNumbers(text.slice(at + asTyped.length)),
  ].join('');
}

function seenText(text: string): string {
  const whole = text.replace(/\r\n?|[\u2028\u2029]/g, '\n').toWellFormed();
  return whole.replace(unseen, '').replace(unprintable, ' ').normalize('NFC');
}
