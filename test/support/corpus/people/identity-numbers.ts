import { passesVerhoeff } from '../../../../shared/domain/verhoeff.ts';
import type { Chance } from '../../../simulation/random.ts';

/** So many digits, the first 2 to 9, the last one such that Verhoeff holds. */
export function verhoeffNumber(chance: Chance, length: 12 | 16): string {
  let beginning = String(2 + chance.below(8));
  while (beginning.length < length - 1) beginning += String(chance.below(10));
  for (let digit = 0; digit < 10; digit += 1) {
    if (passesVerhoeff(`${beginning}${digit}`)) return `${beginning}${digit}`;
  }
  throw new Error('No check digit fits');
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Of a person (fourth letter P); the fifth letter is the surname's first, the check letter is by chance. */
export function panOf(surname: string, chance: Chance): string {
  const letter = () => letters.charAt(chance.below(26));
  const digits = String(1 + chance.below(9999)).padStart(4, '0');
  return `${letter()}${letter()}${letter()}P${surname.charAt(0).toUpperCase()}${digits}${letter()}`;
}

export function grouped(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}
