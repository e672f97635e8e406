import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { officerId } from '../../../shared/domain/ids.ts';
import { instant } from '../../../shared/domain/values.ts';
import { StorageError } from '../storage-error.ts';
import { keyedDigest, subkey } from './subkey.ts';

const sealedSecret = z.object({ ephemeral: z.base64(), box: z.base64() });

/** Upper bounds, so that a changed file cannot make the app take all memory before it is found out. */
const kdf = z.object({
  algorithm: z.literal('argon2id'),
  salt: z.base64(),
  memoryKiB: z.int().min(8).max(1_048_576),
  iterations: z.int().min(1).max(50),
  parallelism: z.int().min(1).max(16),
});

const officerEntry = z.object({
  id: officerId,
  login: z.string(),
  sealingKey: z.base64(),
  signingKey: z.base64(),
  kdf,
  /** Whether the box of the private keys is wrapped once more by the operating system. */
  wrap: z.enum(['os', 'none']),
  privateKeys: z.base64(),
  /** The private keys once more, sealed to the recovery key: a forgotten password then costs nothing but a new one. */
  recovery: sealedSecret,
  vaultKey: sealedSecret,
});
export type OfficerEntry = z.infer<typeof officerEntry>;

const keyringContent = z.object({
  format: z.literal(1),
  createdAt: instant,
  cipher: z.enum(['aegis', 'chacha20']),
  officers: z.array(officerEntry).min(1).max(100),
  recovery: z.object({ sealingKey: z.base64(), vaultKey: sealedSecret }),
});
export type KeyringContent = z.infer<typeof keyringContent>;

/**
 * The file: the content as text; a checksum that tells damage from a wrong password before any is typed; and a check
 * under the vault key, which whoever changed the content on purpose cannot make.
 */
const keyringFile = z.object({
  content: z.string(),
  checksum: z.string(),
  check: z.base64(),
});

export interface Keyring {
  content: KeyringContent;
  /** @throws StorageError `damaged-key` when the content was changed since the vault key's owner wrote it. */
  confirm(vaultKey: Uint8Array): void;
}

export function writeKeyring(content: KeyringContent, vaultKey: Uint8Array): string {
  const text = JSON.stringify(content);
  const check = checkOf(text, vaultKey).toString('base64');
  return JSON.stringify({ content: text, checksum: checksumOf(text), check }, null, 2);
}

/** @throws StorageError `damaged-key`, or `newer-vault` for a format of a later version. */
export function readKeyring(file: string): Keyring {
  const { content: text, checksum, check } = parse(keyringFile, file);
  if (checksum !== checksumOf(text)) throw new StorageError('damaged-key');
  const { format } = parse(z.object({ format: z.int() }), text);
  if (format > 1) throw new StorageError('newer-vault');
  return {
    content: parse(keyringContent, text),
    confirm(vaultKey) {
      const expected = checkOf(text, vaultKey);
      const found = Buffer.from(check, 'base64');
      const isSame = found.length === expected.length && timingSafeEqual(found, expected);
      if (!isSame) throw new StorageError('damaged-key');
    },
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, text: string): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new StorageError('damaged-key', { cause: error });
  }
}

function checksumOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function checkOf(text: string, vaultKey: Uint8Array): Buffer {
  return keyedDigest(subkey(vaultKey, 'keyring-check'), text);
}
