import { XMLSerializer, type Element } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import { openSignature } from '../open-signature.ts';
import type { TrustedCertificate } from '../trusted-certificate.ts';
import { parseXml } from './parse-xml.ts';
import { plainSignature } from './signature-shape.ts';

export type EkycVerification =
  /** `signed` is what the signature covers, and the only thing that may be read. */
  | { outcome: 'genuine'; certificate: TrustedCertificate; signed: Element }
  | { outcome: 'altered'; certificate: TrustedCertificate }
  | { outcome: 'no-key-opens-it' | 'unsigned' | 'damaged' };

/**
 * Verifies the enveloped XML signature of an e-KYC file against trusted certificates only; the one inside the file is
 * not looked at. Altered where a trusted key opens the signature and the document is not the one that was signed.
 */
export function verifyEkyc(
  xml: string,
  root: Element,
  trust: readonly TrustedCertificate[],
): EkycVerification {
  const signature = plainSignature(root);
  if (signature === null) return { outcome: hasSignature(xml) ? 'damaged' : 'unsigned' };
  const certificate = trust.find((each) => openSignature(signature.value, each) !== null);
  if (certificate === undefined) return { outcome: 'no-key-opens-it' };
  // As text: the library has an XML parser of its own, and the two must not share nodes.
  const canonical = signedText(xml, new XMLSerializer().serializeToString(signature.element), certificate);
  if (canonical === null) return { outcome: 'altered', certificate };
  const signed = parseXml(canonical);
  return signed === null ? { outcome: 'damaged' } : { outcome: 'genuine', certificate, signed };
}

function hasSignature(xml: string): boolean {
  return /<(?:[\w-]{1,20}:)?Signature\b/.test(xml);
}

/** The canonical text of the one signed reference; null where the signature does not hold. */
function signedText(xml: string, signature: string, { pem }: TrustedCertificate): string | null {
  try {
    const verifier = new SignedXml({ publicCert: pem, getCertFromKeyInfo: () => null });
    verifier.loadSignature(signature);
    const [text, ...others] = verifier.checkSignature(xml) ? verifier.getSignedReferences() : [];
    return others.length === 0 ? (text ?? null) : null;
  } catch {
    return null;
  }
}
