import { checkPrimeSync, createHash, createPrivateKey, type KeyObject } from 'node:crypto';

const exponent = 65_537n;

/**
 * An RSA-2048 key that a seed repeats exactly, so that what it signs repeats too. For tests only: whoever knows the
 * seed has the key.
 */
export function seededRsaKey(seed: number): KeyObject {
  const p = primeFrom(`${seed}/p`);
  const q = primeFrom(`${seed}/q`);
  const d = inverse(exponent, (p - 1n) * (q - 1n));
  const jwk = {
    kty: 'RSA',
    n: base64url(p * q),
    e: base64url(exponent),
    d: base64url(d),
    p: base64url(p),
    q: base64url(q),
    dp: base64url(d % (p - 1n)),
    dq: base64url(d % (q - 1n)),
    qi: base64url(inverse(q, p)),
  };
  return createPrivateKey({ key: jwk, format: 'jwk' });
}

/** 1,024 bits with the two highest set, so that a product of two has exactly 2,048. */
function primeFrom(label: string): bigint {
  for (let counter = 0; ; counter += 1) {
    const bytes = createHash('shake256', { outputLength: 128 }).update(`${label}/${counter}`).digest();
    bytes[0] = (bytes[0] ?? 0) | 0xc0;
    bytes[127] = (bytes[127] ?? 0) | 1;
    const candidate = BigInt(`0x${bytes.toString('hex')}`);
    if ((candidate - 1n) % exponent !== 0n && checkPrimeSync(candidate)) return candidate;
  }
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [rest, next] = [modulus, value % modulus];
  let [before, found] = [0n, 1n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [before, found] = [found, before - quotient * found];
  }
  return ((before % modulus) + modulus) % modulus;
}

function base64url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}
