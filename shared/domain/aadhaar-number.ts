import { passesVerhoeff } from './verhoeff.ts';

/** Devanagari digits are code points U+0966 to U+096F. */
function toAsciiDigits(text: string): string {
  return text.replace(/[\u0966-\u096F]/g, (digit) => String(digit.charCodeAt(0) - 0x0966));
}

/**
 * Whether a text holds what may be a full Aadhaar number: twelve digits, the first 2-9, that pass Verhoeff; joined,
 * spaced, dashed or dotted, in Western or Devanagari digits. One random number in ten passes: so payment references and
 * telephone numbers have fields of their own that are not checked. Source: no 12-digit Aadhaar number is ever kept.
 */
export function containsAadhaarNumber(text: string): boolean {
  const runs =
    toAsciiDigits(text.normalize('NFKC')).match(/\d(?:[\s.\-\u00AD\u200B-\u200D\u2010-\u2015]{0,3}\d)*/g) ??
    [];
  return runs.some((run) => holdsNumber(run.replace(/\D/g, '')));
}

/** Any window of twelve: a number glued to other digits is a leak too. A 16-digit virtual id is caught as such. */
function holdsNumber(digits: string): boolean {
  for (let start = 0; start + 12 <= digits.length; start += 1) {
    const candidate = digits.slice(start, start + 12);
    if (/^[2-9]/.test(candidate) && passesVerhoeff(candidate)) return true;
  }
  return false;
}
