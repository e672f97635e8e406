import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { TrustedCertificate } from '../../../electron/documents/aadhaar/trusted-certificate.ts';

export interface TestKey {
  privateKey: KeyObject;
  /** As a certificate would carry it; valid through 2024. */
  certificate: TrustedCertificate;
}

/** A key of no one, made anew for each run: nothing that it signs means anything outside of a test. */
export function testKey(modulusLength = 2048): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return {
    privateKey,
    certificate: {
      sha256: createHash('sha256').update(spki).digest('hex'),
      name: 'नमूना',
      key: publicKey,
      pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      notBefore: Date.UTC(2024, 0, 1),
      notAfter: Date.UTC(2025, 0, 1),
    },
  };
}
