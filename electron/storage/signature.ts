import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** @param pkcs8 DER, base64. */
export function privateKeyFrom(pkcs8: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' });
}

/** @param pkcs8 DER, base64. @returns SPKI DER, base64. */
export function publicKeyOf(pkcs8: string): string {
  const key = createPublicKey(privateKeyFrom(pkcs8));
  return key.export({ format: 'der', type: 'spki' }).toString('base64');
}

/** Ed25519 over the UTF-8 bytes, base64. */
export function signText(key: KeyObject, text: string): string {
  return sign(null, Buffer.from(text, 'utf8'), key).toString('base64');
}

/** @param spki DER, base64. False also for a key or signature that cannot be read. */
export function isSignedBy(spki: string, text: string, signature: string): boolean {
  try {
    return verify(null, Buffer.from(text, 'utf8'), publicKeyFrom(spki), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/** As `isSignedBy`, in the thread pool: many at once do not hold up whoever asks. */
export function checkSignature(spki: string, text: string, signature: string): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const key = publicKeyFrom(spki);
      const bytes = Buffer.from(text, 'utf8');
      verify(null, bytes, key, Buffer.from(signature, 'base64'), (error, isRight) =>
        resolve(!error && isRight),
      );
    } catch {
      resolve(false);
    }
  });
}

/** The key that was read last: a batch of receipts has one, and reading it takes a third of checking a signature. */
let lastRead: { spki: string; key: KeyObject } | null = null;

function publicKeyFrom(spki: string): KeyObject {
  if (lastRead?.spki !== spki) {
    lastRead = {
      spki,
      key: createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' }),
    };
  }
  return lastRead.key;
}
