import { textOf } from './text-of.ts';

/** The fields of a secure QR code as they stand in its signed data; dates and digits are not interpreted yet. */
export interface SecureQrFields {
  /** `V1` where no version is written. */
  version: string;
  /** The last four digits of the number, and when the code was made: `1234` + `yyyyMMddHHmmssSSS`. */
  referenceId: string;
  name: string;
  dob: string;
  gender: string;
  careOf: string;
  address: string[];
  /** The last four digits of the mobile number (V5 writes it masked); empty in V1, or where none is registered. */
  mobileLast4: string;
  /** A raw JPEG 2000 codestream; null where the code carries none. */
  photo: Uint8Array | null;
}

export type SecureQrRefusal = 'unknown-version' | 'damaged';

/** Ends each field. No text of ISO 8859-1 that UIDAI writes holds it, and no UTF-8 text can. */
const separator = 0xff;

/** Of V1, after the version: contact indicator, reference id, name, dob, gender, care of, and ten parts of an address. */
const fieldsOfV1 = 16;

/**
 * Takes the signed data of a secure QR code apart: V1 without a prefix, V2 to V5 with one, which add the mobile's last
 * digits. Only V1 is published by UIDAI; the others are known from codes. A version that is not known is refused by
 * name and never guessed at.
 *
 * @param data everything before the signature. Whether it is UIDAI's must be settled before.
 */
export function secureQrLayout(data: Uint8Array): SecureQrFields | SecureQrRefusal {
  const first = fieldAt(data, 0);
  if (first === null) return 'damaged';
  const isPrefixed = /^V\d{1,3}$/.test(first.text);
  if (isPrefixed && !/^V[2-5]$/.test(first.text)) return 'unknown-version';
  const fields = readFields(data, isPrefixed ? first.next : 0, isPrefixed ? fieldsOfV1 + 1 : fieldsOfV1);
  if (fields === null) return 'damaged';
  const [indicator = '', referenceId = '', name = '', dob = '', gender = '', careOf = '', ...rest] =
    fields.texts;
  // Without a version before it, only this tells V1 from anything else.
  if (!isPrefixed && !/^[0-3]$/.test(indicator)) return 'damaged';
  const [district, landmark, house, location, pincode, postOffice, state, street, subDistrict, vtc] = rest;
  const address = [house, street, landmark, location, vtc, postOffice, subDistrict, district, state, pincode];
  return {
    version: isPrefixed ? first.text : 'V1',
    ...{ referenceId, name, dob, gender, careOf },
    address: address.filter((part) => part !== undefined && part !== '').map(String),
    mobileLast4: isPrefixed ? (/\d{4}$/.exec(rest[10] ?? '')?.[0] ?? '') : '',
    photo: photoIn(data.subarray(fields.next)),
  };
}

function readFields(data: Uint8Array, from: number, count: number): { texts: string[]; next: number } | null {
  const texts: string[] = [];
  let next = from;
  for (let field = 0; field < count; field += 1) {
    const read = fieldAt(data, next);
    if (read === null) return null;
    texts.push(read.text.trim());
    next = read.next;
  }
  return { texts, next };
}

function fieldAt(data: Uint8Array, from: number): { text: string; next: number } | null {
  const end = data.indexOf(separator, from);
  return end < 0 ? null : { text: textOf(data.subarray(from, end)), next: end + 1 };
}

/** After the photo stand the hashes of e-mail and mobile: none, one or both, 32 bytes each. */
const tails = [0, 32, 64];

/** From the start of a codestream (SOC, SIZ) to the last end mark (EOC) behind which only whole hashes stand. */
function photoIn(rest: Uint8Array): Uint8Array | null {
  if (!startsCodestream(rest)) return null;
  for (const tail of tails) {
    const end = rest.length - tail;
    if (end >= 6 && rest[end - 2] === 0xff && rest[end - 1] === 0xd9) return rest.subarray(0, end);
  }
  return null;
}

function startsCodestream(bytes: Uint8Array): boolean {
  return [0xff, 0x4f, 0xff, 0x51].every((byte, at) => bytes[at] === byte);
}
