import { nameSkeleton } from '../../shared/domain/names/name-skeleton.ts';

/** An LSP by its id or its name; spellings of one name differ in case, width, blanks and points. Null: nothing is told. */
export function lspKey(written: string | number): string | null {
  const key = String(written)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
  return key === '' ? null : key;
}

/** The same LSP, also where one name is in Devanagari and the other in Roman letters. */
export function areOneLsp(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  return a === b || (isDevanagari(a) !== isDevanagari(b) && skeletonOf(a) === skeletonOf(b));
}

function isDevanagari(key: string): boolean {
  return /\p{Script=Devanagari}/u.test(key);
}

function skeletonOf(key: string): string {
  return key.split(' ').map(nameSkeleton).join('');
}
