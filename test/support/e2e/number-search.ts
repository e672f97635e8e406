import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import type { SamplePerson } from '../corpus/person.ts';

/** How the numbers of a sample person could stand somewhere: joined, in fours; as UTF-8 and as UTF-16. */
export function numberForms(person: SamplePerson): Buffer[] {
  const numbers = [person.aadhaar(), ...[person.virtualId()].filter((each) => each !== null)];
  const written = numbers.flatMap((number) => [
    number,
    ...[' ', '-'].map((between) => number.replace(/(\d{4})(?=\d)/g, `$1${between}`)),
  ]);
  return written.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
}

/**
 * Whether a text holds what may be an Aadhaar number, once what only looks like one is taken out: ids, hashes, pictures,
 * times and the fractions of boxes, of whose digits one window in ten would pass.
 */
export function holdsNumber(text: string): boolean {
  const left = text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '#')
    .replace(/[A-Za-z0-9+/=_-]{32,}/g, '#')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '#')
    .replace(/\d+\.\d+(e-\d+)?/g, '#')
    .replace(/(?<!\d)1[67]\d{11}(?!\d)/g, '#');
  return containsAadhaarNumber(left);
}
