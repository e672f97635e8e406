import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { serverIdText } from '../../shared/courier/bundle.ts';

/**
 * X25519 keys that follow from the Ed25519 keys which desk and server pinned at the enrolment (the birational map of
 * RFC 7748, as libsodium and age do it): each can seal to the other before either ever announced anything.
 */
const prime = 2n ** 255n - 19n;
const spkiOfX25519 = Buffer.from('302a300506032b656e032100', 'hex');
const pkcs8OfX25519 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** @param signingKey Ed25519, SPKI DER, base64. @throws RangeError when it is none. */
export function sealingKeyOf(signingKey: string): KeyObject {
  const given = createPublicKey({ key: Buffer.from(signingKey, 'base64'), format: 'der', type: 'spki' });
  if (given.asymmetricKeyType !== 'ed25519') throw new RangeError('Not an Ed25519 key');
  const raw = Buffer.from(given.export({ format: 'der', type: 'spki' }).subarray(-32));
  // The highest bit is the sign of x, which the map does not need.
  raw.writeUInt8(raw.readUInt8(31) & 0x7f, 31);
  const y = BigInt(`0x${Buffer.from(raw).reverse().toString('hex')}`) % prime;
  const u = modulo((1n + y) * inverse(modulo(1n - y)));
  const bytes = Buffer.from(u.toString(16).padStart(64, '0'), 'hex').reverse();
  return createPublicKey({ key: Buffer.concat([spkiOfX25519, bytes]), format: 'der', type: 'spki' });
}

/** @param signingKey Ed25519, PKCS8 DER, base64. */
export function openingKeyOf(signingKey: string): KeyObject {
  const seed = Buffer.from(signingKey, 'base64').subarray(-32);
  const scalar = createHash('sha512').update(seed).digest().subarray(0, 32);
  return createPrivateKey({ key: Buffer.concat([pkcs8OfX25519, scalar]), format: 'der', type: 'pkcs8' });
}

/** How headers name the central server. @param serverKey Ed25519, SPKI DER, base64. */
export function serverIdOf(serverKey: string): string {
  return createHash('sha256').update(serverIdText(serverKey), 'utf8').digest('hex').slice(0, 32);
}

function modulo(value: bigint): bigint {
  return ((value % prime) + prime) % prime;
}

/** By Fermat; 0 for 0. */
function inverse(value: bigint): bigint {
  let result = 1n;
  let base = value;
  for (let exponent = prime - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
