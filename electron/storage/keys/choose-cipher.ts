import { createCipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Cipher } from '../sql-database.ts';

/** For a vault that is made on this machine; recorded in its keyring, so that the same file opens elsewhere too. */
export function chooseCipher(): Cipher {
  return hasAesInstructions() ? 'aegis' : 'chacha20';
}

function hasAesInstructions(): boolean {
  return aesOfLinux() ?? isAesFast();
}

/** Null where the kernel does not say. */
function aesOfLinux(): boolean | null {
  try {
    const lines = readFileSync('/proc/cpuinfo', 'utf8').match(/^(flags|Features)\s*:.*$/gm);
    return lines === null ? null : lines.some((line) => /\baes\b/.test(line));
  } catch {
    return null;
  }
}

/** With the instructions AES outruns ChaCha20, without them it is several times slower. */
function isAesFast(): boolean {
  try {
    return fastest('aes-256-gcm') < fastest('chacha20-poly1305');
  } catch {
    return false;
  }
}

function fastest(algorithm: 'aes-256-gcm' | 'chacha20-poly1305'): number {
  const plain = Buffer.alloc(512 * 1024);
  const times = [1, 2, 3, 4].map(() => {
    const begun = process.hrtime.bigint();
    // Measured and thrown away: a fixed key and nonce protect nothing here.
    const cipher = createCipheriv(algorithm as 'aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12));
    cipher.update(plain);
    cipher.final();
    return Number(process.hrtime.bigint() - begun);
  });
  return Math.min(...times);
}
