import { maskAadhaarNumbers } from '../../aadhaar-number.ts';
import { isoDate } from '../../values.ts';
import type { PaperField, ReadField, ReadingSource } from '../document-reading.ts';

/** What a code or a file says of a person, as it stands there. */
export interface PersonData {
  last4: string;
  name: string;
  dob: string;
  gender: string;
  careOf: string;
  address: readonly string[];
  mobileLast4: string;
}

/**
 * The fields of the contract. What is empty or has no known form is left out. Data without a box and with full
 * confidence: nothing was guessed from a picture. An Aadhaar number that somebody wrote into a name or an address is
 * masked.
 */
export function dataFields(data: PersonData, source: ReadingSource): ReadField[] {
  const careOf = parent(data.careOf);
  const values: [PaperField, string | null][] = [
    ['last4', /^\d{4}$/.test(data.last4) ? data.last4 : null],
    [isHindi(data.name) ? 'nameHindi' : 'name', data.name],
    ['dob', isoDay(data.dob)],
    ['gender', /^[MFT]$/i.test(data.gender) ? data.gender.toUpperCase() : null],
    [isHindi(careOf) ? 'fatherNameHindi' : 'fatherName', careOf],
    ['address', [data.careOf, ...data.address].filter((part) => part.trim() !== '').join(', ')],
    ['mobileLast4', /^\d{4}$/.test(data.mobileLast4) ? data.mobileLast4 : null],
  ];
  return values.flatMap(([field, value]) => {
    const clean = maskAadhaarNumbers(plain(value ?? ''));
    return clean === '' ? [] : [{ field, value: clean, source, box: null, confidence: 1 }];
  });
}

/** One line, no control characters, no longer than a field may be. */
function plain(value: string): string {
  return value
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 500);
}

function isHindi(text: string): boolean {
  return /\p{Script=Devanagari}/u.test(text);
}

/** The name behind `S/O` or `D/O` in its spellings. `C/O` and `W/O` may name a husband: no father is made of those. */
function parent(careOf: string): string {
  return /^\s*(?:[SD]\s*\/\s*[O0]|[SD]\.?O\.?(?=[\s:]))\s*[:,.-]?\s*(.+)$/is.exec(careOf)?.[1] ?? '';
}

/** `dd-MM-yyyy` and its likes, or `yyyy-MM-dd`. A bare year is no date. */
function isoDay(written: string): string | null {
  const match = /^(\d\d)[-/.](\d\d)[-/.](\d{4})$/.exec(written.trim());
  const iso = match ? `${match[3] ?? ''}-${match[2] ?? ''}-${match[1] ?? ''}` : written.trim();
  return isoDate.safeParse(iso).success ? iso : null;
}
