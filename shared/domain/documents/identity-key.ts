import { readName } from '../names/name-words.ts';
import type { DocumentReading } from './document-reading.ts';

/**
 * By what one person is found in two requests: the sounds of the name's own words in any order, and the whole birth
 * date. Meant for finding, not for judging. Null where the name cannot be read or the date tells the year only.
 * An Aadhaar number is no part of it: so few numbers are guessed from any hash.
 */
export function identityKey(name: string, dob: string): string | null {
  const read = readName(name);
  const words = read.words.filter(({ kind }) => kind === 'core').map(({ skeleton }) => skeleton);
  const known = [...new Set(words.filter((word) => word !== ''))].sort();
  if (!read.isReadable || known.length === 0 || !/^\d{4}-\d\d-\d\d$/.test(dob)) return null;
  return `${known.join(' ')}|${dob}`;
}

/** The keys of all names with all birth dates of a paper; a few at most. */
export function identityKeys({ fields }: Pick<DocumentReading, 'fields'>): string[] {
  const dates = fields.filter(({ field }) => field === 'dob');
  const names = fields.filter(({ field }) => field === 'name' || field === 'nameHindi');
  const keys = names.flatMap((name) => dates.map((date) => identityKey(name.value, date.value)));
  return [...new Set(keys.filter((key) => key !== null))].slice(0, 20);
}
