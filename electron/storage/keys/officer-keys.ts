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

/** An officer's place in the keyring: private keys under the password, the vault key under the private keys. */
export async function makeOfficerEntry(
  officer: Officer,
  pairs: OfficerPairs,
  vaultKey: Uint8Array,
  secrets: { password: string; cost: KdfCost; derive: DeriveKey; osWrap: OsWrap | null },
): Promise<OfficerEntry> {
  const salt = randomBytes(16);
  const key = await secrets.derive(secrets.password, salt, secrets.cost);
  const names = {
    id: officer.id,
    signingKey: spkiOf(pairs.signing.publicKey),
    sealingKey: spkiOf(pairs.sealing.publicKey),
  };
  const plain = Buffer.concat([pkcs8Of(pairs.signing.privateKey), pkcs8Of(pairs.sealing.privateKey)]);
  const box = lockBox(key, plain, privateKeysAbout(names)).toString('base64');
  plain.fill(0);
  const isWrapped = secrets.osWrap !== null && (await secrets.osWrap.isAvailable());
  return {
    ...names,
    login: officer.login,
    kdf: { algorithm: 'argon2id', salt: salt.toString('base64'), ...secrets.cost },
    wrap: isWrapped ? 'os' : 'none',
    privateKeys:
      isWrapped && secrets.osWrap ? Buffer.from(await secrets.osWrap.wrap(box)).toString('base64') : box,
    vaultKey: sealTo(names.sealingKey, vaultKey, vaultKeyAbout),
  };
}

/**
 * Opens an officer's private keys and the vault key sealed to them.
 * @throws StorageError `keyring-changed`, `wrong-password`, `damaged-key`.
 */
export async function openOfficerEntry(
  entry: OfficerEntry,
  secrets: { password: string; derive: DeriveKey; osWrap: OsWrap | null },
): Promise<{ keys: OfficerKeys; vaultKey: Buffer }> {
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
