import { createHash, createPublicKey, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { bits, explicit, integer, nothing, objectId, sequence, setOf, time, utf8 } from './codes/der.ts';
import { seededRsaKey } from './codes/seeded-rsa-key.ts';

/** Signs sample codes as UIDAI signs real ones. Its certificate never belongs in the app's trust list. */
export interface TestAuthority {
  key: KeyObject;
  certificate: X509Certificate;
  certificatePem: string;
  /** Of the certificate, upper-case hex without colons. */
  certificateSha256: string;
}

const made = new Map<string, TestAuthority>();

/**
 * The authority of a seed; the key takes a second or two to find, then the process keeps it. The certificate is valid
 * from 01/01/`fromYear` to 01/01/`toYear`.
 */
export function testAuthority(seed = 1, fromYear = 2020, toYear = 2040): TestAuthority {
  const name = `${seed}/${fromYear}/${toYear}`;
  const known = made.get(name);
  if (known) return known;
  const key =
    [...made.entries()].find(([other]) => other.startsWith(`${seed}/`))?.[1].key ?? seededRsaKey(seed);
  const der = selfSigned(key, seed, fromYear, toYear);
  const certificate = new X509Certificate(der);
  const authority = {
    key,
    certificate,
    certificatePem: certificate.toString(),
    certificateSha256: createHash('sha256').update(der).digest('hex').toUpperCase(),
  };
  made.set(name, authority);
  return authority;
}

function selfSigned(key: KeyObject, seed: number, fromYear: number, toYear: number): Buffer {
  const algorithm = sequence(objectId('1.2.840.113549.1.1.11'), nothing());
  const name = sequence(setOf(sequence(objectId('2.5.4.3'), utf8(`SAMPLE test authority ${seed}`))));
  const toSign = sequence(
    explicit(0, integer(2)),
    integer(1 + (seed % 127)),
    algorithm,
    name,
    sequence(time(`${fromYear}0101000000Z`), time(`${toYear}0101000000Z`)),
    name,
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
  );
  return sequence(toSign, algorithm, bits(sign('sha256', toSign, key)));
}
