import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { DOMParser } from '@xmldom/xmldom';
import { Uint8ArrayReader, TextWriter, ZipReader } from '@zip.js/zip.js';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { makeSecureQr, secureQrText } from '../../support/corpus/codes/secure-qr.ts';
import { makeXmlQr } from '../../support/corpus/codes/xml-qr.ts';
import { damagePicture } from '../../support/corpus/damage.ts';
import { makeEkyc } from '../../support/corpus/files/ekyc-zip.ts';
import { drawPaper } from '../../support/corpus/papers.ts';
import { samplePerson } from '../../support/corpus/person.ts';
import { testAuthority } from '../../support/corpus/test-authority.ts';
import { readPayload, verhoeffHolds } from './read-payload.ts';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer } });

const person = samplePerson(41);
const key = testAuthority().certificate.publicKey;

it.each(['V1', 'V2', 'V3', 'V4', 'V5'] as const)(
  '%s decodes again, signed, with photo and hashes',
  async (version) => {
    for (const [hashes, packing] of [
      [0, 'gzip'],
      [1, 'zlib'],
      [2, 'gzip'],
    ] as const) {
      const { text, photo } = await makeSecureQr(person, { version, hashes, packing });
      const read = readPayload(text, key);
      expect(read.isGenuine).toBe(true);
      const own = version === 'V1' ? read.fields : read.fields.slice(1);
      expect(own[1]).toBe(`${person.aadhaar().slice(-4)}20240315101112345`);
      expect(own.slice(2, 5)).toEqual([
        person.name.en,
        person.bornOn.split('-').reverse().join('-'),
        person.gender,
      ]);
      expect(read.fields[0] === version).toBe(version !== 'V1');
      expect(read.photo.equals(photo ?? Buffer.alloc(0))).toBe(true);
      expect(read.photo.subarray(0, 4).toString('hex')).toBe('ff4fff51');
      expect(read.photo.length).toBeLessThan(1200);
      expect(read.tail).toBe(hashes * 32);
    }
  },
);

it('is not genuine with a bit of its data or its signature flipped, nor by another key', async () => {
  const { signedData, signature } = await makeSecureQr(person);
  for (const part of [signedData, signature]) {
    const altered = Buffer.from(part);
    altered[5] = (altered[5] ?? 0) ^ 4;
    const text = part === signedData ? secureQrText(altered, signature) : secureQrText(signedData, altered);
    expect(readPayload(text, key).isGenuine).toBe(false);
  }
  const { text } = await makeSecureQr(person);
  expect(readPayload(text, testAuthority(2).certificate.publicKey).isGenuine).toBe(false);
});

it('has a certificate that signs itself and lasts as long as was asked', () => {
  const { certificate, certificateSha256 } = testAuthority(1, 2013, 2016);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
  expect(certificate.fingerprint256.replaceAll(':', '')).toBe(certificateSha256);
  expect([certificate.validFrom, certificate.validTo]).toEqual([
    'Jan  1 00:00:00 2013 GMT',
    'Jan  1 00:00:00 2016 GMT',
  ]);
});

it.each(['aadhaar-back', 'aadhaar-old', 'aadhaar-letter'] as const)(
  'the code on %s is read',
  async (kind) => {
    const { sheets, truth } = await drawPaper(kind, person);
    const [sheet] = sheets;
    if (!sheet) throw new Error('No sheet');
    const { bytes } = await damagePicture(sheet, 'none', 1);
    const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    const picture = { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
    const found = await readBarcodes(picture as ImageData, { formats: ['QRCode'], tryHarder: true });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ text }) => text === truth.codeText())).toBe(true);
  },
);

it('has the full number in the old code', () => {
  const uid = /uid="(\d+)"/.exec(makeXmlQr(person))?.[1] ?? '';
  expect(uid.length).toBe(12);
  expect(verhoeffHolds(uid)).toBe(true);
  expect(makeXmlQr(person, 'malformed').startsWith('</?xml')).toBe(true);
});

it.each([
  ['aes', 'rsa-sha256'],
  ['zipcrypto', 'rsa-sha1'],
  ['none', 'rsa-sha256'],
] as const)(
  'an e-KYC file under %s opens with its share code, and %s holds',
  async (encryption, algorithm) => {
    const { bytes, shareCode, xml } = await makeEkyc(person, { encryption, algorithm });
    const zip = new ZipReader(new Uint8ArrayReader(bytes), { password: shareCode, useWebWorkers: false });
    const [entry] = await zip.getEntries();
    if (!entry || entry.directory) throw new Error('No entry');
    expect(entry.encrypted).toBe(encryption !== 'none');
    expect(await entry.getData(new TextWriter())).toBe(xml);
    expect(signatureHolds(xml)).toBe(true);
    expect(signatureHolds(xml.replace('state="Rajasthan"', 'state="Elsewhere"'))).toBe(false);
  },
);

function signatureHolds(xml: string): boolean {
  const [signature] = Array.from(
    new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagName('Signature'),
  );
  if (!signature) throw new Error('No signature');
  const verifier = new SignedXml({
    publicCert: testAuthority().certificatePem,
    getCertFromKeyInfo: () => null,
  });
  verifier.loadSignature(signature as unknown as Node);
  try {
    return verifier.checkSignature(xml);
  } catch {
    return false;
  }
}
