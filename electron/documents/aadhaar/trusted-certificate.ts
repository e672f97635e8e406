import { createHash, X509Certificate, type KeyObject } from 'node:crypto';
import { fail, ok, type Result } from '../../../shared/result.ts';

/** A certificate whose key may vouch for a code or a file. It is trusted for being in the list, not for its issuer. */
export interface TrustedCertificate {
  /** Of its DER form; lower-case hex. */
  sha256: string;
  /** The common name of its subject. */
  name: string;
  key: KeyObject;
  pem: string;
  /** Milliseconds since 1970. */
  notBefore: number;
  notAfter: number;
}

export type CertificateFault = 'not-a-certificate' | 'not-rsa';

/** Larger than any certificate; a hostile file is not parsed. */
const largestCertificate = 64 * 1024;

/** @param source PEM, DER, or DER in base64. */
export function readCertificate(source: Uint8Array | string): Result<TrustedCertificate, CertificateFault> {
  if (source.length > largestCertificate) return fail('not-a-certificate');
  const certificate = parsed(source);
  if (certificate === null) return fail('not-a-certificate');
  const key = certificate.publicKey;
  if (key.asymmetricKeyType !== 'rsa') return fail('not-rsa');
  return ok({
    sha256: createHash('sha256').update(certificate.raw).digest('hex'),
    name: /^CN=(.+)$/m.exec(certificate.subject)?.[1] ?? '',
    key,
    pem: certificate.toString(),
    notBefore: Date.parse(certificate.validFrom),
    notAfter: Date.parse(certificate.validTo),
  });
}

function parsed(source: Uint8Array | string): X509Certificate | null {
  const text = typeof source === 'string' ? source : Buffer.from(source).toString('latin1');
  const isEncoded = typeof source === 'string' && !text.includes('-----BEGIN');
  try {
    const certificate = new X509Certificate(isEncoded ? Buffer.from(text, 'base64') : Buffer.from(source));
    // The key is parsed on first use only, and may be broken where the certificate is not.
    return certificate.publicKey.type === 'public' ? certificate : null;
  } catch {
    return null;
  }
}
