import { sha256 } from './signatures.ts';

/** Codes are kept as hashes. Case and spaces do not count: they are read out over a telephone. */
export function codeHash(code: string): string {
  return sha256(code.replace(/\s/g, '').toUpperCase());
}
