import { createHash, diffieHellman, hkdfSync, type KeyObject } from 'node:crypto';

/**
 * The key of one file's payload. The whole header goes into it: a file whose header was changed does not open.
 * @param own the one-time private key when sealing, the recipient's when opening; `other` is its counterpart.
 */
export function bundleCipherKey(own: KeyObject, other: KeyObject, header: Uint8Array): Buffer {
  const agreed = diffieHellman({ privateKey: own, publicKey: other });
  const salt = createHash('sha256').update(header).digest();
  return Buffer.from(hkdfSync('sha256', agreed, salt, 'migration-desk courier v1 payload', 32));
}
