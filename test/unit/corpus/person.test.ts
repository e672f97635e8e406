import fc from 'fast-check';
import { expect, it } from 'vitest';
import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import { samplePerson } from '../../support/corpus/person.ts';
import { verhoeffHolds } from './read-payload.ts';

it('has numbers that hold, and shows none of them when it is dumped', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const person = samplePerson(seed);
      const virtualId = person.virtualId();
      const surname = person.name.en.split(' ').at(-1) ?? '';
      expect(/^[2-9]\d{11}$/.test(person.aadhaar()) && verhoeffHolds(person.aadhaar())).toBe(true);
      if (virtualId) expect(/^[2-9]\d{15}$/.test(virtualId) && verhoeffHolds(virtualId)).toBe(true);
      expect(person.pan).toMatch(new RegExp(`^[A-Z]{3}P${surname.charAt(0)}[0-9]{4}[A-Z]$`));
      expect(containsAadhaarNumber(JSON.stringify({ ...person, seed: 0 }))).toBe(false);
    }),
  );
});

it('is another person for another seed, and the same for the same', () => {
  expect(JSON.stringify(samplePerson(5))).toBe(JSON.stringify(samplePerson(5)));
  expect(samplePerson(5).aadhaar() === samplePerson(5).aadhaar()).toBe(true);
  const pans = new Set(Array.from({ length: 500 }, (_, seed) => samplePerson(seed).pan));
  expect(pans.size).toBe(500);
});
