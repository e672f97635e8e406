import { createHash, sign } from 'node:crypto';
import { deflateSync, gzipSync } from 'node:zlib';
import { jpeg2000 } from './jpeg2000.ts';
import { portraitPixels } from '../papers/portrait.ts';
import type { SamplePerson } from '../person.ts';
import { testAuthority, type TestAuthority } from '../test-authority.ts';

export type SecureQrVersion = 'V1' | 'V2' | 'V3' | 'V4' | 'V5';

export interface SecureQrOptions {
  version?: SecureQrVersion;
  authority?: TestAuthority;
  packing?: 'gzip' | 'zlib';
  /** Of mobile and email: none, one or two of 32 bytes. */
  hashes?: 0 | 1 | 2;
  photo?: boolean;
  /** `yyyyMMddHHmmssSSS`, the time in the reference id. */
  issuedAt?: string;
}

export interface SecureQr {
  version: SecureQrVersion;
  /** Decimal digits, as the code holds them. */
  text: string;
  /** Before the signature. */
  signedData: Buffer;
  signature: Buffer;
  /** The raw JPEG 2000 codestream; null where there is none. */
  photo: Buffer | null;
  /** ISO date. */
  referenceDate: string;
}

/** An Aadhaar Secure QR of a sample person, laid out as UIDAI does, signed by a test key. */
export async function makeSecureQr(person: SamplePerson, options: SecureQrOptions = {}): Promise<SecureQr> {
  const { version = 'V2', packing = 'gzip', hashes = 1, issuedAt = '20240315101112345' } = options;
  const photo = (options.photo ?? true) ? await codedPhoto(person) : null;
  const tail = Array.from({ length: hashes }, (_, place) => contactHash(person, place));
  const signedData = Buffer.concat([
    fieldBytes(person, version, hashes, issuedAt),
    photo ?? Buffer.alloc(0),
    ...tail,
  ]);
  const signature = sign('sha256', signedData, (options.authority ?? testAuthority()).key);
  return {
    version,
    text: secureQrText(signedData, signature, packing),
    signedData,
    signature,
    photo,
    referenceDate: `${issuedAt.slice(0, 4)}-${issuedAt.slice(4, 6)}-${issuedAt.slice(6, 8)}`,
  };
}

/** Signed data and signature as the digits of a code; also for data that a test has altered. */
export function secureQrText(
  signedData: Uint8Array,
  signature: Uint8Array,
  packing: 'gzip' | 'zlib' = 'gzip',
): string {
  const whole = Buffer.concat([signedData, signature]);
  const packed = packing === 'gzip' ? gzipSync(whole) : deflateSync(whole);
  return BigInt(`0x${packed.toString('hex')}`).toString();
}

/** `FF` ends each field; ISO-8859-1. */
function fieldBytes(
  person: SamplePerson,
  version: SecureQrVersion,
  hashes: number,
  issuedAt: string,
): Buffer {
  const { name, bornOn, gender, address, mobile } = person;
  const fields = [
    ...(version === 'V1' ? [] : [version]),
    ['0', '2', '3'][hashes] ?? '0',
    `${person.aadhaar().slice(-4)}${issuedAt}`,
    name.en,
    bornOn.split('-').reverse().join('-'),
    gender,
    address.careOf.en,
    address.district.en,
    '',
    address.house,
    address.village.en,
    address.pinCode,
    address.tehsil.en,
    'Rajasthan',
    address.street.en,
    address.tehsil.en,
    address.village.en,
    ...(version === 'V1' ? [] : [version === 'V5' ? `XXXXXX${mobile.slice(-4)}` : mobile.slice(-4)]),
  ];
  return Buffer.from(`${fields.join('\u00ff')}\u00ff`, 'latin1');
}

async function codedPhoto(person: SamplePerson): Promise<Buffer> {
  return jpeg2000(await portraitPixels(person.seed), 60, 60);
}

/** UIDAI hashes mobile and email over and over, by the last digit; no test needs to repeat that. */
function contactHash(person: SamplePerson, place: number): Buffer {
  return createHash('sha256').update(`sample/${person.seed}/${place}`).digest();
}
