import type { Bilingual } from '../../../shared/domain/values.ts';
import { chanceOf, type Chance } from '../../simulation/random.ts';
import { panOf, verhoeffNumber } from './people/identity-numbers.ts';
import { menFirst, surnames, womenFirst } from './people/names.ts';
import { places, streets, type SamplePlace } from './people/places.ts';

export interface SampleAddress extends SamplePlace {
  careOf: Bilingual;
  house: string;
  street: Bilingual;
  pinCode: string;
}

/** Nobody: put together by chance from a seed. */
export interface SamplePerson {
  seed: number;
  name: Bilingual;
  fatherName: Bilingual;
  /** ISO date. */
  bornOn: string;
  gender: 'M' | 'F';
  address: SampleAddress;
  pan: string;
  mobile: string;
  kioskCode: string;
  /** The twelve digits, joined. A function, so that no dump of the object ever shows them. */
  aadhaar: () => string;
  /** Sixteen digits, joined; null where the card shows none. */
  virtualId: () => string | null;
}

/** The same person for the same seed. */
export function samplePerson(seed: number): SamplePerson {
  const chance = chanceOf(seed ^ 0x5a3c19);
  const gender = chance.next() < 0.6 ? 'M' : 'F';
  const [surnameHi, surnameEn] = chance.pick(surnames);
  const name = joined(chance.pick(gender === 'M' ? menFirst : womenFirst), [surnameHi, surnameEn]);
  const fatherName = joined(chance.pick(menFirst), [surnameHi, surnameEn]);
  const bornOn = `${1955 + chance.below(48)}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`;
  const number = verhoeffNumber(chance, 12);
  const virtualId = chance.next() < 0.7 ? verhoeffNumber(chance, 16) : null;
  return {
    seed,
    name,
    fatherName,
    bornOn,
    gender,
    address: addressOf(fatherName, gender, chance),
    pan: panOf(surnameEn, chance),
    mobile: `9000${String(chance.below(1_000_000)).padStart(6, '0')}`,
    kioskCode: `K${11_000_000 + chance.below(999_999)}`,
    aadhaar: () => number,
    virtualId: () => virtualId,
  };
}

function addressOf(father: Bilingual, gender: 'M' | 'F', chance: Chance): SampleAddress {
  const place = chance.pick(places);
  return {
    ...place,
    careOf: {
      hi: `${gender === 'M' ? 'पुत्र' : 'पुत्री'}: ${father.hi}`,
      en: `${gender === 'M' ? 'S/O' : 'D/O'}: ${father.en}`,
    },
    house: String(1 + chance.below(400)),
    street: chance.pick(streets),
    pinCode: `${place.pinBeginning}${String(chance.below(1000)).padStart(3, '0')}`,
  };
}

function joined(first: readonly [string, string], last: readonly [string, string]): Bilingual {
  return { hi: `${first[0]} ${last[0]}`, en: `${first[1]} ${last[1]}` };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
