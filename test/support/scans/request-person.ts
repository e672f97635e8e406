import { createHash } from 'node:crypto';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { Bilingual } from '../../../shared/domain/values.ts';
import { samplePerson, type SamplePerson } from '../corpus/person.ts';

/** The applicant of a sample request as a person of the corpus: what stands in the request stands on the papers. */
export function requestPerson({
  id,
  applicant,
  kioskCode,
}: Pick<MigrationRequest, 'id' | 'applicant' | 'kioskCode'>): SamplePerson {
  const person = samplePerson(createHash('sha256').update(id).digest().readUInt32BE());
  const { name, mobileLast4 } = applicant;
  const family = { hi: lastWord(name.hi), en: lastWord(name.en) };
  const fatherName = withFamily(person.fatherName, family);
  const gender = womenFirst.has(name.en.split(' ')[0] ?? '') ? 'F' : 'M';
  const careOf =
    gender === 'M'
      ? { hi: `पुत्र: ${fatherName.hi}`, en: `S/O: ${fatherName.en}` }
      : { hi: `पुत्री: ${fatherName.hi}`, en: `D/O: ${fatherName.en}` };
  const pan = `${person.pan.slice(0, 4)}${family.en.charAt(0).toUpperCase()}${person.pan.slice(5)}`;
  const mobile = `900000${mobileLast4 ?? '0000'}`;
  const address = { ...person.address, careOf };
  return { ...person, name, fatherName, gender, address, pan, mobile, kioskCode };
}

/** Whose cards show the last four digits of the number only, as the rules demand of a copy that is passed on. */
export function withMaskedNumber(person: SamplePerson): SamplePerson {
  const last4 = person.aadhaar().slice(-4);
  return { ...person, aadhaar: () => `XXXX XXXX ${last4}`, virtualId: () => null };
}

/** Given names of the sample requests. */
const womenFirst = new Set([
  'Kamla',
  'Sunita',
  'Pushpa',
  'Saroj',
  'Mamta',
  'Santosh',
  'Krishna',
  'Jyoti',
  'Rekha',
  'Anita',
]);

function withFamily(name: Bilingual, family: Bilingual): Bilingual {
  const given = (text: string) => text.split(' ').slice(0, -1).join(' ');
  return { hi: `${given(name.hi)} ${family.hi}`, en: `${given(name.en)} ${family.en}` };
}

function lastWord(text: string): string {
  return text.split(' ').at(-1) ?? '';
}
