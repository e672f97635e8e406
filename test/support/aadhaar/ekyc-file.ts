import type { KeyObject } from 'node:crypto';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { SignedXml } from 'xml-crypto';

const c14n = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

/** The XML of a made-up person, without a signature. */
export function ekycXml(photo = ''): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?><OfflinePaperlessKyc referenceId="012420240615103000123"><UidData>' +
    '<Poi dob="07-06-1989" e="" gender="F" m="" name="Namuna Kumari"/>' +
    '<Poa careof="D/O Namuna Lal" country="India" dist="Jaipur" house="12" landmark="" loc="Namuna Nagar" ' +
    'pc="302001" po="Jaipur GPO" state="Rajasthan" street="Gali 3" subdist="Sanganer" vtc="Jaipur"/>' +
    `<Pht>${photo}</Pht></UidData></OfflinePaperlessKyc>`
  );
}

/** Adds the enveloped signature that UIDAI's files carry. */
export function signedEkyc(
  key: KeyObject,
  xml = ekycXml(),
  { algorithm = 'rsa-sha256', digest = 'sha256' }: { algorithm?: string; digest?: string } = {},
): string {
  const isSha256 = algorithm === 'rsa-sha256';
  const signer = new SignedXml({
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    canonicalizationAlgorithm: c14n,
    signatureAlgorithm: isSha256
      ? 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
      : 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
  });
  signer.addReference({
    xpath: '/*',
    uri: '',
    isEmptyUri: true,
    transforms: [enveloped],
    digestAlgorithm:
      digest === 'sha256'
        ? 'http://www.w3.org/2001/04/xmlenc#sha256'
        : 'http://www.w3.org/2000/09/xmldsig#sha1',
  });
  signer.computeSignature(xml);
  return signer.getSignedXml();
}

export interface ZipOptions {
  password?: string;
  zipCrypto?: boolean;
  name?: string;
  copies?: number;
}

export async function zipped(content: string | Uint8Array, options: ZipOptions = {}): Promise<Uint8Array> {
  const { password, zipCrypto = false, name = 'offlineaadhaar.xml', copies = 1 } = options;
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let copy = 0; copy < copies; copy += 1) {
    const locked = password === undefined ? {} : { password, zipCrypto };
    await writer.add(copy === 0 ? name : `${copy}-${name}`, new Uint8ArrayReader(bytes), locked);
  }
  return writer.close();
}
