import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pinnedCertificates } from '../../../electron/documents/aadhaar/pinned-certificates.ts';
import { readAadhaarCode } from '../../../electron/documents/aadhaar/read-aadhaar-code.ts';
import { readCertificate } from '../../../electron/documents/aadhaar/trusted-certificate.ts';
import { verifySignedData } from '../../../electron/documents/aadhaar/verify-signed-data.ts';
import { codeAssets } from '../../support/aadhaar/package-assets.ts';
import {
  asDigits,
  sampleParts,
  secureQrDigits,
  signedData,
  withSignature,
} from '../../support/aadhaar/secure-qr-payload.ts';
import { testKey } from '../../support/aadhaar/test-key.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/aadhaar/${name}`, import.meta.url));
const published = fixture('secure-qr-test-v2.txt').toString('latin1').trim();
const publishedBytes = Buffer.from(BigInt(published).toString(16), 'hex');
const publishedCertificate = readCertificate(fixture('secure-qr-test-v2-certificate.pem'));
if (!publishedCertificate.ok) throw new Error(publishedCertificate.error);
const publishedTrust = [...pinnedCertificates(), publishedCertificate.value];
const key = testKey();
const trust = [...pinnedCertificates(), key.certificate];

const read = (digits: string, trusted = trust) => readAadhaarCode(digits, trusted, codeAssets);
const outcome = async (digits: string, trusted = trust) => (await read(digits, trusted)).code.signature;
const digitsOf = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`).toString();

function flipped(bytes: Uint8Array, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

describe('the published payload of version 2', () => {
  test('verifies with its certificate, and its fields, date and photo are read', async () => {
    const { code, fields, fullNumberPresent } = await read(published, publishedTrust);
    expect(code).toMatchObject({ kind: 'secure-qr', version: 'V2', referenceDate: '2019-03-08' });
    expect(code.signature).toMatchObject({ outcome: 'genuine', wasValid: false });
    const values = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
    expect(values).toMatchObject({
      dob: '1984-01-01',
      gender: 'M',
      mobileLast4: '1234',
      name: 'Sumit Kumar',
    });
    expect(fullNumberPresent).toBe(false);
    const photo = await sharp(Buffer.from(code.photo ?? '', 'base64')).metadata();
    expect(photo).toMatchObject({ format: 'png', width: 60, height: 60 });
  });

  test('cannot be verified without it', async () => {
    expect(await outcome(published, [...pinnedCertificates()])).toEqual({
      outcome: 'cannot-verify',
      why: 'no-key-opens-it',
    });
  });

  test('is altered by any one bit of its signed data, and unverifiable by one of its signature', async () => {
    const bytes = inflateSync(publishedBytes);
    const bits = bytes.length * 8;
    const signature = (bytes.length - 256) * 8;
    for (let bit = 0; bit < bits; bit += 1) {
      const result = verifySignedData(flipped(bytes, bit), publishedTrust);
      expect([bit, result.outcome]).toEqual([bit, bit < signature ? 'altered' : 'no-key-opens-it']);
    }
    // The same through the whole way, by steps: each of these decodes a photo.
    for (let bit = 3; bit < bits; bit += 211) {
      const result = await outcome(asDigits(flipped(bytes, bit), 'zlib'), publishedTrust);
      expect([bit, result.outcome]).toEqual([bit, bit < signature ? 'altered' : 'cannot-verify']);
    }
  });

  test('is never genuine with any one bit of its packed bytes changed', async () => {
    for (let bit = 0; bit < publishedBytes.length * 8; bit += 1) {
      const result = await outcome(digitsOf(flipped(publishedBytes, bit)), publishedTrust);
      expect([bit, result.outcome]).not.toEqual([bit, 'genuine']);
    }
  });

  test('is never genuine with a digit changed, added or lost', async () => {
    const change = fc.tuple(fc.nat(published.length - 1), fc.stringMatching(/^\d?\d?$/));
    await fc.assert(
      fc.asyncProperty(change, async ([at, digits]) => {
        const changed = published.slice(0, at) + digits + published.slice(at + 1);
        fc.pre(changed !== published);
        expect((await outcome(changed, publishedTrust)).outcome).not.toBe('genuine');
      }),
      { numRuns: 400 },
    );
  });
});

describe('codes by a test key', () => {
  test.each(['V1', 'V2', 'V3', 'V4', 'V5'])('%s is genuine, with its fields', async (version) => {
    const { code, fields } = await read(secureQrDigits(key.privateKey, { version }));
    expect(code).toMatchObject({ version, referenceDate: '2024-06-15', photo: null });
    expect(code.signature).toEqual({
      outcome: 'genuine',
      certificateSha256: key.certificate.sha256,
      certificateName: 'नमूना',
      wasValid: true,
    });
    const values = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
    expect(values).toEqual({
      last4: '0124',
      name: 'Namuna Kumari',
      dob: '1989-06-07',
      gender: 'F',
      fatherName: 'Namuna Lal',
      address:
        'D/O Namuna Lal, 12, Gali 3, Mandir, Namuna Nagar, Jaipur, Jaipur GPO, Sanganer, Jaipur, Rajasthan, 302001',
      ...(version === 'V1' ? {} : { mobileLast4: '4321' }),
    });
  });

  test('one bit of a gzip code never leaves it genuine', async () => {
    const digits = secureQrDigits(key.privateKey, { version: 'V1' });
    const packed = Buffer.from(BigInt(digits).toString(16), 'hex');
    for (let bit = 0; bit < packed.length * 8; bit += 1) {
      const result = await outcome(digitsOf(flipped(packed, bit)));
      expect([bit, result.outcome]).not.toEqual([bit, 'genuine']);
    }
  });

  test('a name in Hindi and accents are read as they stand', async () => {
    const hindi = await read(secureQrDigits(key.privateKey, { name: 'नमूना कुमारी', encoding: 'utf8' }));
    expect(hindi.fields.find(({ field }) => field === 'nameHindi')?.value).toBe('नमूना कुमारी');
    const accent = await read(secureQrDigits(key.privateKey, { name: 'René' }));
    expect(accent.fields.find(({ field }) => field === 'name')?.value).toBe('René');
  });

  test('an unknown version cannot be verified; altered into one it is altered', async () => {
    expect(await outcome(secureQrDigits(key.privateKey, { version: 'V6' }))).toEqual({
      outcome: 'cannot-verify',
      why: 'unknown-version',
    });
    const bytes = withSignature(signedData(sampleParts), key.privateKey);
    bytes[1] = '6'.charCodeAt(0);
    expect((await outcome(asDigits(bytes))).outcome).toBe('altered');
  });

  test.each([1024, 3072])('a key of %i bits vouches by its own length', async (length) => {
    const other = testKey(length);
    const digits = secureQrDigits(other.privateKey, { version: 'V1' });
    const result = await read(digits, [...trust, other.certificate]);
    expect(result.code.signature).toMatchObject({
      outcome: 'genuine',
      certificateSha256: other.certificate.sha256,
    });
    expect(result.code.version).toBe('V1');
  });

  test('a signature over another hash, or with another padding, opens nothing', async () => {
    const data = signedData(sampleParts);
    const { constants, createHash, privateEncrypt, sign } = await import('node:crypto');
    const sha1 = Buffer.concat([data, sign('sha1', data, key.privateKey)]);
    expect((await outcome(asDigits(sha1))).outcome).toBe('cannot-verify');
    const pss = sign('sha256', data, { key: key.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING });
    expect((await outcome(asDigits(Buffer.concat([data, pss])))).outcome).toBe('cannot-verify');
    // Bleichenbacher's forgery leaves the padding short and hides its freedom behind the hash.
    const info = Buffer.from('3031300d060960864801650304020105000420', 'hex');
    const hash = createHash('sha256').update(data).digest();
    const block = Buffer.alloc(256, 0x41);
    Buffer.concat([Buffer.from([0, 1]), Buffer.alloc(8, 255), Buffer.from([0]), info, hash]).copy(block);
    const short = privateEncrypt({ key: key.privateKey, padding: constants.RSA_NO_PADDING }, block);
    expect((await outcome(asDigits(Buffer.concat([data, short])))).outcome).toBe('cannot-verify');
  });

  test('what inflates past 64 KiB is refused by name', async () => {
    expect(await outcome(asDigits(Buffer.concat([Buffer.alloc(600_000), Buffer.alloc(400, 9)])))).toEqual({
      outcome: 'cannot-verify',
      why: 'too-large',
    });
  });

  test('a number written into the name comes out masked', async () => {
    const { aadhaarLikeNumber } = await import('../../support/samples/aadhaar-like.ts');
    const number = aadhaarLikeNumber().replaceAll(' ', '');
    const { fields } = await read(secureQrDigits(key.privateKey, { name: `Namuna ${number}` }));
    expect(JSON.stringify(fields)).not.toContain(number);
  });
});

test('the bundled certificates are the files of the folder beside them', () => {
  const folder = new URL('../../../electron/documents/aadhaar/certificates/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.cer'));
  const inFolder = files.map(
    (name) => new X509Certificate(readFileSync(new URL(name, folder))).fingerprint256,
  );
  const bundled = pinnedCertificates().map(({ sha256 }) => sha256.toUpperCase().replace(/..(?!$)/g, '$&:'));
  expect(bundled.sort()).toEqual(inFolder.sort());
});

test('the seven pinned certificates can each vouch for a code of version 1', () => {
  const pinned = pinnedCertificates();
  expect(pinned).toHaveLength(7);
  for (const { key: publicKey } of pinned) {
    expect(publicKey.asymmetricKeyDetails).toEqual({ modulusLength: 2048, publicExponent: 65537n });
  }
});

test('whatever stands in a code, it is answered and never called genuine', async () => {
  const packed = fc
    .uint8Array({ minLength: 250, maxLength: 2900 })
    .map((bytes) => digitsOf(Uint8Array.from([0x78, 0x9c, ...bytes])));
  const content = fc.oneof(
    fc.string({ maxLength: 3000, unit: 'binary' }),
    fc.uint8Array({ maxLength: 9000 }),
    fc.stringMatching(/^[1-9]\d{599,800}$/),
    packed,
    fc.uint8Array({ minLength: 1, maxLength: 2000 }).map((bytes) => asDigits(Buffer.from(bytes))),
    fc
      .uint8Array({ maxLength: 900 })
      .map((bytes) => asDigits(withSignature(Buffer.from(bytes), key.privateKey))),
  );
  await fc.assert(
    fc.asyncProperty(content, async (value) => {
      const { code } = await readAadhaarCode(value, trust, codeAssets);
      expect(code.signature.outcome).not.toBe('genuine');
    }),
    { numRuns: 500 },
  );
});
