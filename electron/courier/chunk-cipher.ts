import { createCipheriv, createDecipheriv } from 'node:crypto';
import { chunkBytes } from '../../shared/courier/bundle.ts';

const tagBytes = 16;

/** Bytes of the encrypted form: one tag for each piece; an empty payload has one empty piece. */
export function cipherLength(plainBytes: number): number {
  return plainBytes + Math.max(1, Math.ceil(plainBytes / chunkBytes)) * tagBytes;
}

/**
 * AES-256-GCM over pieces that know their number and whether they are the last (STREAM): none can be left out, moved
 * or cut off. @param key 32 bytes, for this one payload only: the nonces begin at zero.
 */
export function encryptChunks(key: Uint8Array, plain: Uint8Array): Buffer {
  const pieces: Buffer[] = [];
  const count = Math.max(1, Math.ceil(plain.length / chunkBytes));
  for (let number = 0; number < count; number += 1) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, number === count - 1));
    const piece = plain.subarray(number * chunkBytes, (number + 1) * chunkBytes);
    pieces.push(cipher.update(piece), cipher.final(), cipher.getAuthTag());
  }
  return Buffer.concat(pieces);
}

/** Null when a bit was changed, a piece is missing or moved, or the key is another one. */
export function decryptChunks(key: Uint8Array, encrypted: Uint8Array): Buffer | null {
  const pieceBytes = chunkBytes + tagBytes;
  const count = Math.max(1, Math.ceil(encrypted.length / pieceBytes));
  const pieces: Buffer[] = [];
  for (let number = 0; number < count; number += 1) {
    const piece = encrypted.subarray(number * pieceBytes, (number + 1) * pieceBytes);
    const plain = decryptChunk(key, piece, nonceOf(number, number === count - 1));
    if (!plain) return null;
    pieces.push(plain);
  }
  return Buffer.concat(pieces);
}

function decryptChunk(key: Uint8Array, piece: Uint8Array, nonce: Uint8Array): Buffer | null {
  if (piece.length < tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAuthTag(piece.subarray(piece.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(piece.subarray(0, piece.length - tagBytes)), decipher.final()]);
  } catch {
    return null;
  }
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}
