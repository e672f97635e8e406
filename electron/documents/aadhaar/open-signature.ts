import { constants, publicEncrypt } from 'node:crypto';
import type { TrustedCertificate } from './trusted-certificate.ts';

export type DigestName = 'sha1' | 'sha256';

/** What a signature says was signed: the digest that its block holds. */
export interface OpenedSignature {
  digest: DigestName;
  hash: Buffer;
}

/** The DER of DigestInfo before the hash itself: RFC 8017, 9.2, note 1. */
const digestInfo: Record<DigestName, Buffer> = {
  sha1: Buffer.from('3021300906052b0e03021a05000414', 'hex'),
  sha256: Buffer.from('3031300d060960864801650304020105000420', 'hex'),
};

/** How many bytes a signature by this key has. Legacy keys are shorter than today's 256. */
export function signatureLength({ key }: TrustedCertificate): number {
  return Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 0) / 8);
}

/**
 * Applies the public key to a signature and reads the PKCS #1 v1.5 block: `00 01 FF… 00 DigestInfo hash`, each byte of
 * it compared, so that nothing can hide in it. Null where this key did not make this signature: a random block passes
 * with a chance below 2^-400.
 */
export function openSignature(
  signature: Uint8Array,
  certificate: TrustedCertificate,
): OpenedSignature | null {
  const length = signatureLength(certificate);
  if (signature.length !== length || length < 128) return null;
  const block = appliedKey(signature, certificate);
  if (block?.length !== length) return null;
  for (const digest of ['sha256', 'sha1'] as const) {
    const hashLength = digest === 'sha256' ? 32 : 20;
    const info = digestInfo[digest];
    const padding = Buffer.alloc(length - 3 - info.length - hashLength, 0xff);
    const expected = Buffer.concat([Buffer.from([0, 1]), padding, Buffer.from([0]), info]);
    if (block.subarray(0, expected.length).equals(expected))
      return { digest, hash: block.subarray(expected.length) };
  }
  return null;
}

/** The bare RSA operation. Null where the signature is no number below the modulus. */
function appliedKey(signature: Uint8Array, { key }: TrustedCertificate): Buffer | null {
  try {
    return publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, signature);
  } catch {
    return null;
  }
}
