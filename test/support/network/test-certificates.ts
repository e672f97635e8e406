import { createPublicKey, generateKeyPairSync, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { bits, der, explicit, integer, objectId, sequence, setOf, time, utf8 } from '../corpus/codes/der.ts';

/** As a TLS server takes them. */
export interface TestCertificate {
  key: string;
  certificate: string;
}

export interface TestIssuer extends TestCertificate {
  name: string;
  /** Of a server with these names; valid from the first of January of a year to that of another. */
  issue(hosts: readonly string[], years?: Years): TestCertificate;
}

interface Years {
  from?: number;
  to?: number;
}

/** An authority made at this moment, with a key that nobody kept. */
export function testIssuer(name: string, years: Years = {}): TestIssuer {
  const key = freshKey();
  const certificate = certify(
    { subject: name, key, issuer: name, issuerKey: key, extensions: [authority()] },
    years,
  );
  return {
    name,
    ...written(key, certificate),
    issue(hosts, leafYears = {}) {
      const leafKey = freshKey();
      const [subject = ''] = hosts;
      const leaf = { subject, key: leafKey, issuer: name, issuerKey: key, extensions: [namesOf(hosts)] };
      return written(leafKey, certify(leaf, leafYears));
    },
  };
}

interface Wanted {
  subject: string;
  key: KeyObject;
  issuer: string;
  issuerKey: KeyObject;
  extensions: Buffer[];
}

function certify(wanted: Wanted, { from = 2020, to = 2049 }: Years): X509Certificate {
  const algorithm = sequence(objectId('1.2.840.10045.4.3.2'));
  const toSign = sequence(
    explicit(0, integer(2)),
    integer(1 + Math.floor(Math.random() * 120)),
    algorithm,
    nameOf(wanted.issuer),
    sequence(time(`${from}0101000000Z`), time(`${to}0101000000Z`)),
    nameOf(wanted.subject),
    createPublicKey(wanted.key).export({ type: 'spki', format: 'der' }),
    explicit(3, sequence(...wanted.extensions)),
  );
  return new X509Certificate(sequence(toSign, algorithm, bits(sign('sha256', toSign, wanted.issuerKey))));
}

const nameOf = (text: string) => sequence(setOf(sequence(objectId('2.5.4.3'), utf8(text))));
const octets = (content: Uint8Array) => der(0x04, content);
const yes = () => der(0x01, Buffer.from([0xff]));

/** Basic constraints: an authority. */
const authority = () => sequence(objectId('2.5.29.19'), yes(), octets(sequence(yes())));

/** Subject alternative names. */
function namesOf(hosts: readonly string[]): Buffer {
  const names = hosts.map((host) =>
    /^[\d.]+$/.test(host)
      ? der(0x87, Buffer.from(host.split('.').map(Number)))
      : der(0x82, Buffer.from(host)),
  );
  return sequence(objectId('2.5.29.17'), octets(sequence(...names)));
}

function freshKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}

function written(key: KeyObject, certificate: X509Certificate): TestCertificate {
  return {
    key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: certificate.toString(),
  };
}
