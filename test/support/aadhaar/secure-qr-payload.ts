import { sign, type KeyObject } from 'node:crypto';
import { deflateSync, gzipSync } from 'node:zlib';

export type SecureQrVersion = 'V1' | 'V2' | 'V3' | 'V4' | 'V5';

export interface PayloadParts {
  version: string;
  /** `0` to `3`: which of e-mail and mobile are registered. */
  indicator: string;
  referenceId: string;
  name: string;
  dob: string;
  gender: string;
  careOf: string;
  photo: Uint8Array | null;
  encoding: 'latin1' | 'utf8';
}

export const sampleParts: PayloadParts = {
  version: 'V2',
  indicator: '3',
  referenceId: '012420240615103000123',
  name: 'Namuna Kumari',
  dob: '07-06-1989',
  gender: 'F',
  careOf: 'D/O Namuna Lal',
  photo: null,
  encoding: 'latin1',
};

/** The signed data of a code: fields that end in 0xFF, the photo, the hashes that the indicator names. */
export function signedData(parts: PayloadParts): Buffer {
  const { version, indicator, referenceId, name, dob, gender, careOf, photo, encoding } = parts;
  const address = ['Jaipur', 'Mandir', '12', 'Namuna Nagar', '302001', 'Jaipur GPO', 'Rajasthan', 'Gali 3'];
  const fields = [
    ...(version === 'V1' ? [] : [version]),
    ...[indicator, referenceId, name, dob, gender, careOf, ...address, 'Sanganer', 'Jaipur'],
    ...(version === 'V1' ? [] : [version === 'V5' ? 'XXXXXX4321' : '4321']),
  ];
  const hashes = { '0': 0, '1': 32, '2': 32, '3': 64 }[indicator] ?? 0;
  return Buffer.concat([
    ...fields.map((field) => Buffer.concat([Buffer.from(field, encoding), Buffer.from([0xff])])),
    photo ?? Buffer.alloc(0),
    Buffer.alloc(hashes, 7),
  ]);
}

export function withSignature(data: Buffer, key: KeyObject): Buffer {
  return Buffer.concat([data, sign('sha256', data, key)]);
}

export function asDigits(bytes: Buffer, container: 'gzip' | 'zlib' = 'gzip'): string {
  const packed = container === 'gzip' ? gzipSync(bytes) : deflateSync(bytes);
  return BigInt(`0x${packed.toString('hex')}`).toString();
}

/** A whole code as its digits. */
export function secureQrDigits(key: KeyObject, parts: Partial<PayloadParts> = {}): string {
  return asDigits(withSignature(signedData({ ...sampleParts, ...parts }), key));
}
