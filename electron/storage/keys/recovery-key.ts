import { createHash, createPrivateKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that what was written by hand is read as it was meant. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretBytes = 20;
const secretCharacters = 32;
const checkCharacters = 4;

/** 160 random bits and a checksum, in groups of four: what is printed once and opens the vault without a password. */
export function newRecoveryKey(): string {
  const secret = randomBytes(secretBytes);
  const text = encode(secret) + checkOf(secret);
  return (text.match(/.{4}/g) ?? []).join('-');
}

/**
 * The X25519 private key of what was typed. Case, spaces and dashes do not matter; O is read as 0, I and L as 1,
 * Devanagari digits as digits. Null when the checksum says that it was mistyped.
 */
export function recoveryPrivateKey(typed: string): KeyObject | null {
  const text = typed
    .normalize('NFKC')
    .replace(/[\u0966-\u096F]/g, (digit) => String(digit.charCodeAt(0) - 0x0966))
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (text.length !== secretCharacters + checkCharacters) return null;
  const secret = decode(text.slice(0, secretCharacters));
  if (!secret || checkOf(secret) !== text.slice(secretCharacters)) return null;
  return privateKeyOf(secret);
}

function privateKeyOf(secret: Uint8Array): KeyObject {
  const raw = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'migration-desk v1 recovery key', 32));
  const key = Buffer.concat([pkcs8OfX25519, raw]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

/** The fixed beginning of every X25519 private key in PKCS8 DER (RFC 8410). */
const pkcs8OfX25519 = Buffer.from('302e020100300506032b656e04220420', 'hex');

function checkOf(secret: Uint8Array): string {
  const digest = createHash('sha256').update('migration-desk recovery key').update(secret).digest();
  return encode(digest.subarray(0, 5)).slice(0, checkCharacters);
}

/** Five bytes become eight characters; the lengths used here leave no rest. */
function encode(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 5) {
    let group = bytes.subarray(at, at + 5).reduce<bigint>((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    let part = '';
    for (let index = 0; index < 8; index += 1) {
      part = (alphabet[Number(group & 31n)] ?? '') + part;
      group >>= 5n;
    }
    text += part;
  }
  return text;
}

function decode(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 8) {
    let group = 0n;
    for (const character of text.slice(at, at + 8)) {
      const value = alphabet.indexOf(character);
      if (value < 0) return null;
      group = (group << 5n) | BigInt(value);
    }
    for (let shift = 32n; shift >= 0n; shift -= 8n) bytes.push(Number((group >> shift) & 255n));
  }
  return Uint8Array.from(bytes);
}
