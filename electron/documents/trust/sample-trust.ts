import type { App } from 'electron';
import { readFileSync } from 'node:fs';
import { readCertificate, type TrustedCertificate } from '../aadhaar/trusted-certificate.ts';
import type { OfflineRoot } from './offline-roots.ts';

/**
 * The certificate that signed the codes of sample papers, from the file that `DESK_SAMPLE_CERTIFICATE` names. Only an
 * unpackaged app takes one (development, demo, tests): no variable of the environment may make a forged card genuine.
 */
export function sampleCertificates(app: Pick<App, 'isPackaged'>): TrustedCertificate[] {
  const file = process.env['DESK_SAMPLE_CERTIFICATE'] ?? '';
  if (app.isPackaged || file === '') return [];
  const read = readCertificate(readFileSync(file));
  return read.ok ? [read.value] : [];
}

/** An offline root of sample updates, from `DESK_SAMPLE_ROOT` (Ed25519, SPKI DER in base64), under the same rule. */
export function sampleRoots(app: Pick<App, 'isPackaged'>): OfflineRoot[] {
  const publicKey = process.env['DESK_SAMPLE_ROOT'] ?? '';
  return app.isPackaged || publicKey === '' ? [] : [{ name: 'SAMPLE root', publicKey }];
}
