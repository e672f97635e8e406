import { generateKeyPairSync } from 'node:crypto';
import { privateKeyFrom, signText } from '../../../electron/storage/signature.ts';
import type { EnrolmentKeys } from '../../../electron/storage/vault.ts';

export interface SampleKeys {
  public: EnrolmentKeys;
  /** PKCS8 DER, base64. */
  deviceKey: string;
  /** PKCS8 DER, base64. */
  officerKey: string;
  signAsOfficer(text: string): string;
}

/** An officer's and a device's key pairs, as an enrolment makes them. */
export function sampleKeys(): SampleKeys {
  const officer = generateKeyPairSync('ed25519');
  const device = generateKeyPairSync('ed25519');
  const sealing = generateKeyPairSync('x25519');
  const spki = { type: 'spki', format: 'der' } as const;
  const pkcs8 = { type: 'pkcs8', format: 'der' } as const;
  const officerKey = officer.privateKey.export(pkcs8).toString('base64');
  const signing = privateKeyFrom(officerKey);
  return {
    public: {
      officerSigningKey: officer.publicKey.export(spki).toString('base64'),
      officerSealingKey: sealing.publicKey.export(spki).toString('base64'),
      deviceSigningKey: device.publicKey.export(spki).toString('base64'),
    },
    deviceKey: device.privateKey.export(pkcs8).toString('base64'),
    officerKey,
    signAsOfficer: (text) => signText(signing, text),
  };
}
