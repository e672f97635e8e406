import { escapeXml } from '../../scans/drawing.ts';
import type { SamplePerson } from '../person.ts';

/** The text of the unsigned code on old cards. It holds the full number: never write it anywhere. */
export function makeXmlQr(person: SamplePerson, form: 'plain' | 'malformed' = 'plain'): string {
  const { name, gender, bornOn, address } = person;
  const attributes = Object.entries({
    uid: person.aadhaar(),
    name: name.en,
    gender,
    yob: bornOn.slice(0, 4),
    co: address.careOf.en,
    house: address.house,
    street: address.street.en,
    loc: address.village.en,
    vtc: address.village.en,
    po: address.tehsil.en,
    dist: address.district.en,
    subdist: address.tehsil.en,
    state: 'Rajasthan',
    pc: address.pinCode,
    dob: bornOn.split('-').reverse().join('/'),
  }).map(([attribute, value]) => `${attribute}="${escapeXml(value)}"`);
  const opening = form === 'plain' ? '<?xml' : '</?xml';
  return `${opening} version="1.0" encoding="UTF-8"?> <PrintLetterBarcodeData ${attributes.join(' ')}/>`;
}
