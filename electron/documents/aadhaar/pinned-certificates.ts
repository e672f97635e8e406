import { pinnedDer } from './pinned-der.ts';
import { readCertificate, type TrustedCertificate } from './trusted-certificate.ts';

/**
 * UIDAI's signing certificates, by the SHA-256 fingerprint of each. Old ones stay: a code is judged by the certificate
 * of its own day. Newer ones come by a trust update; see `../trust/read-trust-update.ts`.
 */
const fingerprints = [
  // 03, 27/04/2017 to 09/04/2019
  '35575c63c72106e803511004f94bfda54952b2cf2184c3ce1aad61f1964c58d0',
  // 4 of the Technology Centre, 08/06/2017 to 07/06/2020
  'fcf31a3f89211615ebd5d449ac33d8d381f654d2e2d15037d5cc8d4aeb72f836',
  // 7 of the Technology Center, 08/06/2018 to 07/06/2021
  '49e298532243ce28e2633a7e4f403d9ca78cbfda8b3bbde70324837273ba4d31',
  // 04, 15/03/2019 to 28/02/2021
  'e0f5596d2c48e19f9cc184bccde7129e2d8987f905c73b87d1851c35c622d852',
  // 05, 26/02/2021 to 27/02/2024
  'e0f0f869d32efc7e80fae2223717a56dcf8b616f820b542a49e5bd5abf1c0f7d',
  // 05 again, 21/02/2024 to 16/02/2026
  '00573c692cf04fbee113ae5fd52f2a654d361bf8ee4d06c46008906b36df8169',
  // 06, 03/02/2026 to 03/02/2029: the current one
  'e0304b9e61ee3640ecddae2db4b617f2e2678f57dbc2826c2f86ac5c04f277df',
];

let loaded: readonly TrustedCertificate[] | null = null;

/**
 * The certificates that this build trusts.
 * @throws Error where a certificate in the bundle is not the one that its fingerprint names, or one is missing: such a
 * build must not call anything genuine.
 */
export function pinnedCertificates(): readonly TrustedCertificate[] {
  loaded ??= fingerprints.map(certificateOf);
  return loaded;
}

function certificateOf(fingerprint: string): TrustedCertificate {
  for (const { der } of pinnedDer) {
    const read = readCertificate(der);
    if (read.ok && read.value.sha256 === fingerprint) return read.value;
  }
  throw new Error(`No certificate with the fingerprint ${fingerprint}`);
}
