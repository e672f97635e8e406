import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** Ed25519 over the UTF-8 bytes. @param key PKCS8 DER in base64. @returns base64. */
export function signAs(key: string, text: string): string {
  const privateKey = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
  return sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64');
}

/** @param key SPKI DER in base64. False also for a signature or key that cannot be read. */
export function isSignedBy(key: string, text: string, signature: string): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(text, 'utf8'), publicKey, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
