import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { SignedXml } from 'xml-crypto';
import { escapeXml } from '../../scans/drawing.ts';
import { portraitPixels } from '../papers/portrait.ts';
import type { SamplePerson } from '../person.ts';
import { testAuthority, type TestAuthority } from '../test-authority.ts';

export interface EkycOptions {
  shareCode?: string;
  encryption?: 'aes' | 'zipcrypto' | 'none';
  algorithm?: 'rsa-sha256' | 'rsa-sha1';
  authority?: TestAuthority;
  /** `yyyyMMddHHmmssSSS`. */
  issuedAt?: string;
  /** Whether the file brings the certificate along, which a reader must not believe. */
  embedsCertificate?: boolean;
  /** Changes the signed text before it is packed. */
  alterXml?: (xml: string) => string;
}

export interface Ekyc {
  bytes: Buffer;
  /** As packed. */
  xml: string;
  shareCode: string;
  entryName: string;
  /** ISO date. */
  referenceDate: string;
}

/** A paperless offline e-KYC file: signed XML in a ZIP under a share code. The XML repeats, the ZIP's salts do not. */
export async function makeEkyc(person: SamplePerson, options: EkycOptions = {}): Promise<Ekyc> {
  const { shareCode = '4321', encryption = 'aes', issuedAt = '20240315101112345' } = options;
  const signed = signXml(await ekycXml(person, issuedAt), options);
  const xml = options.alterXml?.(signed) ?? signed;
  const entryName = `offlineaadhaar${issuedAt}.xml`;
  const locked = {
    password: shareCode,
    zipCrypto: encryption === 'zipcrypto',
    encryptionStrength: 3,
  } as const;
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  await zip.add(entryName, new Uint8ArrayReader(Buffer.from(xml)), {
    ...(encryption === 'none' ? {} : locked),
    lastModDate: new Date('2024-03-15T10:11:12Z'),
  });
  const bytes = Buffer.from(await zip.close());
  const referenceDate = `${issuedAt.slice(0, 4)}-${issuedAt.slice(4, 6)}-${issuedAt.slice(6, 8)}`;
  return { bytes, xml, shareCode, entryName, referenceDate };
}

async function ekycXml(person: SamplePerson, issuedAt: string): Promise<string> {
  const { name, bornOn, gender, address } = person;
  const hash = createHash('sha256').update(`sample/${person.seed}`).digest('hex');
  const identity = { dob: bornOn.split('-').reverse().join('-'), e: '', gender, m: hash, name: name.en };
  const home = {
    careof: address.careOf.en,
    country: 'India',
    dist: address.district.en,
    house: address.house,
    landmark: '',
    loc: address.village.en,
    pc: address.pinCode,
    po: address.tehsil.en,
    state: 'Rajasthan',
    street: address.street.en,
    subdist: address.tehsil.en,
    vtc: address.village.en,
  };
  const pixels = await portraitPixels(person.seed);
  const photo = await sharp(pixels, { raw: { width: 60, height: 60, channels: 3 } })
    .resize(160, 160)
    .jpeg({ quality: 80 })
    .toBuffer();
  const reference = `${person.aadhaar().slice(-4)}${issuedAt}`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?><OfflinePaperlessKyc referenceId="${reference}"><UidData><Poi ${attributes(identity)}/><Poa ${attributes(home)}/><Pht>${photo.toString('base64')}</Pht></UidData></OfflinePaperlessKyc>`;
}

function attributes(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([attribute, value]) => `${attribute}="${escapeXml(value)}"`)
    .join(' ');
}

function signXml(xml: string, options: EkycOptions): string {
  const { authority = testAuthority(), algorithm = 'rsa-sha256', embedsCertificate = true } = options;
  const signer = new SignedXml({
    privateKey: authority.key,
    ...(embedsCertificate ? { publicCert: authority.certificatePem } : {}),
    signatureAlgorithm:
      algorithm === 'rsa-sha256'
        ? 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
        : 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    canonicalizationAlgorithm: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  });
  signer.addReference({
    xpath: '/*',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature'],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    uri: '',
    isEmptyUri: true,
  });
  signer.computeSignature(xml);
  return signer.getSignedXml();
}
