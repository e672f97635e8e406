import { createHmac, hkdfSync } from 'node:crypto';

/** What the vault key is used for; each use has a key of its own, so that none tells about another. */
export type KeyUse = 'database' | 'blob-content' | 'blob-name' | 'keyring-check' | 'identity';

/** HKDF-SHA-256, 32 bytes. */
export function subkey(vaultKey: Uint8Array, use: KeyUse): Buffer {
  return Buffer.from(hkdfSync('sha256', vaultKey, Buffer.alloc(0), `migration-desk v1 ${use}`, 32));
}

export function keyedDigest(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}
