import { createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';
import { lockBox, openBox } from './box.ts';

/** A secret sealed to an X25519 key: whoever has the private key opens it, nobody needs to be present to seal. */
export interface SealedSecret {
  /** The sender's one-time public key, SPKI DER, base64. */
  ephemeral: string;
  box: string;
}

/** @param recipient SPKI DER, base64. */
export function sealTo(recipient: string, secret: Uint8Array, about: string): SealedSecret {
  const pair = generateKeyPairSync('x25519');
  const ephemeral = spkiOf(pair.publicKey);
  const key = agreedKey(pair.privateKey, publicKeyFrom(recipient), ephemeral, recipient);
  return { ephemeral, box: lockBox(key, secret, about).toString('base64') };
}

/** Null when it was sealed to another key or was changed. */
export function unseal(privateKey: KeyObject, sealed: SealedSecret, about: string): Buffer | null {
  try {
    const recipient = spkiOf(createPublicKey(privateKey));
    const key = agreedKey(privateKey, publicKeyFrom(sealed.ephemeral), sealed.ephemeral, recipient);
    return openBox(key, Buffer.from(sealed.box, 'base64'), about);
  } catch {
    return null;
  }
}

export function spkiOf(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).toString('base64');
}

/** Both public keys go into the derivation: the same agreement never serves two pairs. */
function agreedKey(own: KeyObject, other: KeyObject, ephemeral: string, recipient: string): Buffer {
  const shared = diffieHellman({ privateKey: own, publicKey: other });
  const salt = Buffer.from(`${ephemeral}|${recipient}`, 'utf8');
  return Buffer.from(hkdfSync('sha256', shared, salt, 'migration-desk v1 sealed secret', 32));
}

function publicKeyFrom(spki: string): KeyObject {
  return createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
}
