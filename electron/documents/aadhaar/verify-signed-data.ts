import { createHash } from 'node:crypto';
import { openSignature, signatureLength } from './open-signature.ts';
import type { TrustedCertificate } from './trusted-certificate.ts';

export type DataVerification =
  { outcome: 'genuine' | 'altered'; certificate: TrustedCertificate } | { outcome: 'no-key-opens-it' };

/**
 * Tries every trusted key on data that ends in its own signature: RSA, PKCS #1 v1.5, SHA-256 over everything before it.
 * How much of the end is the signature goes by the key's length. Altered where a key opens the signature and the hash
 * in it is another: somebody else's data stands in front of a real signature.
 */
export function verifySignedData(bytes: Uint8Array, trust: readonly TrustedCertificate[]): DataVerification {
  let altered: TrustedCertificate | null = null;
  for (const certificate of trust) {
    const split = bytes.length - signatureLength(certificate);
    if (split <= 0) continue;
    const opened = openSignature(bytes.subarray(split), certificate);
    if (opened?.digest !== 'sha256') continue;
    const hash = createHash('sha256').update(bytes.subarray(0, split)).digest();
    if (hash.equals(opened.hash)) return { outcome: 'genuine', certificate };
    altered ??= certificate;
  }
  return altered ? { outcome: 'altered', certificate: altered } : { outcome: 'no-key-opens-it' };
}
