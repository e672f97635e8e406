import { createPrivateKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import type { Officer } from '../../../shared/domain/master.ts';
import { signText } from '../signature.ts';
import { StorageError } from '../storage-error.ts';
import type { OfficerKeys, OsWrap } from '../vault.ts';
import type { KdfCost } from '../vault-worker-protocol.ts';
import { lockBox, openBox } from './box.ts';
import type { OfficerEntry } from './keyring.ts';
import { sealTo, spkiOf, unseal } from './seal-to-key.ts';

/** Derives 32 bytes from a password, off the main thread. */
export type DeriveKey = (password: string, salt: Uint8Array, cost: KdfCost) => Promise<Uint8Array>;

export interface OfficerPairs {
  signing: { publicKey: KeyObject; privateKey: KeyObject };
  sealing: { publicKey: KeyObject; privateKey: KeyObject };
}

export function newOfficerPairs(): OfficerPairs {
  return { signing: generateKeyPairSync('ed25519'), sealing: generateKeyPairSync('x25519') };
}

export const vaultKeyAbout = 'migration-desk v1 vault key';
const privateKeysAbout = (entry: Pick<OfficerEntry, 'id' | 'signingKey' | 'sealingKey'>) =>
  `migration-desk v1 private keys|${entry.id}|${entry.signingKey}|${entry.sealingKey}`;

const ed25519Bytes = 48;

/** What a new password, and the wrap around it, are made with. */
export interface PasswordSecrets {
  password: string;
  cost: KdfCost;
  derive: DeriveKey;
  osWrap: OsWrap | null;
}

/**
 * An officer's place in the keyring: private keys under the password and, once more, under the recovery key; the vault
 * key under the private keys. @param recoveryKey the public key of the printed one, SPKI DER, base64.
 */
export async function makeOfficerEntry(
  officer: Officer,
  pairs: OfficerPairs,
  vaultKey: Uint8Array,
  recoveryKey: string,
  secrets: PasswordSecrets,
): Promise<OfficerEntry> {
  const names = {
    id: officer.id,
    signingKey: spkiOf(pairs.signing.publicKey),
    sealingKey: spkiOf(pairs.sealing.publicKey),
  };
  const plain = Buffer.concat([pkcs8Of(pairs.signing.privateKey), pkcs8Of(pairs.sealing.privateKey)]);
  try {
    return {
      ...names,
      login: officer.login,
      ...(await lockPrivateKeys(names, plain, secrets)),
      recovery: sealTo(recoveryKey, plain, privateKeysAbout(names)),
      vaultKey: sealTo(names.sealingKey, vaultKey, vaultKeyAbout),
    };
  } finally {
    plain.fill(0);
  }
}

/**
 * The same entry under a new password; keys and signatures stay what they were. Also mends an outer wrap that the
 * operating system no longer opens. @throws StorageError `wrong-password` when the recovery key is another vault's.
 */
export async function withNewPassword(
  entry: OfficerEntry,
  recoveryKey: KeyObject,
  secrets: PasswordSecrets,
): Promise<OfficerEntry> {
  const plain = unseal(recoveryKey, entry.recovery, privateKeysAbout(entry));
  if (!plain) throw new StorageError('wrong-password');
  try {
    return { ...entry, ...(await lockPrivateKeys(entry, plain, secrets)) };
  } finally {
    plain.fill(0);
  }
}

async function lockPrivateKeys(
  names: Pick<OfficerEntry, 'id' | 'signingKey' | 'sealingKey'>,
  plain: Uint8Array,
  { password, cost, derive, osWrap }: PasswordSecrets,
): Promise<Pick<OfficerEntry, 'kdf' | 'wrap' | 'privateKeys'>> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  const box = lockBox(key, plain, privateKeysAbout(names)).toString('base64');
  const kdf = { algorithm: 'argon2id' as const, salt: salt.toString('base64'), ...cost };
  if (osWrap === null || !(await osWrap.isAvailable())) return { kdf, wrap: 'none', privateKeys: box };
  return { kdf, wrap: 'os', privateKeys: Buffer.from(await osWrap.wrap(box)).toString('base64') };
}

/**
 * Opens an officer's private keys and the vault key sealed to them.
 * @throws StorageError `keyring-changed`, `wrong-password`, `damaged-key`.
 */
export async function openOfficerEntry(
  entry: OfficerEntry,
  secrets: { password: string; derive: DeriveKey; osWrap: OsWrap | null },
): Promise<{ keys: OfficerKeys; vaultKey: Buffer }> {
  // Argon2id takes no empty password, and no officer has one.
  if (secrets.password === '') throw new StorageError('wrong-password');
  const box = await unwrap(entry, secrets.osWrap);
  const { salt, memoryKiB, iterations, parallelism } = entry.kdf;
  const cost = { memoryKiB, iterations, parallelism };
  const key = await secrets.derive(secrets.password, Buffer.from(salt, 'base64'), cost);
  const plain = openBox(key, Buffer.from(box, 'base64'), privateKeysAbout(entry));
  if (!plain) throw new StorageError('wrong-password');
  const sealing = createPrivateKey({ key: plain.subarray(ed25519Bytes), format: 'der', type: 'pkcs8' });
  const vaultKey = unseal(sealing, entry.vaultKey, vaultKeyAbout);
  if (!vaultKey) throw new StorageError('damaged-key');
  const signing = Buffer.from(plain.subarray(0, ed25519Bytes));
  plain.fill(0);
  return { keys: keysOf(entry, signing), vaultKey };
}

/** The operating system's own key may be another one now: the user's profile was reset, or the disk moved. */
async function unwrap(entry: OfficerEntry, osWrap: OsWrap | null): Promise<string> {
  if (entry.wrap === 'none') return entry.privateKeys;
  try {
    if (osWrap && (await osWrap.isAvailable())) {
      return await osWrap.unwrap(Buffer.from(entry.privateKeys, 'base64'));
    }
  } catch (error) {
    throw new StorageError('keyring-changed', { cause: error });
  }
  throw new StorageError('keyring-changed');
}

/** @param signing PKCS8 DER; overwritten by `forget`. */
export function keysOf(entry: Pick<OfficerEntry, 'id'>, signing: Buffer): OfficerKeys {
  let isForgotten = false;
  return {
    officerId: entry.id,
    sign(text) {
      if (isForgotten) throw new StorageError('closed');
      return signText(createPrivateKey({ key: signing, format: 'der', type: 'pkcs8' }), text);
    },
    forget() {
      isForgotten = true;
      signing.fill(0);
    },
  };
}

export function pkcs8Of(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'pkcs8' });
}
