import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Instant } from '../../shared/domain/values.ts';
import { syncFolder } from './durable-file.ts';
import { chooseCipher } from './keys/choose-cipher.ts';
import type { Keyring, KeyringContent } from './keys/keyring.ts';
import { saveKeyring } from './save-keyring.ts';
import {
  keysOf,
  makeOfficerEntry,
  newOfficerPairs,
  pkcs8Of,
  vaultKeyAbout,
  type DeriveKey,
} from './keys/officer-keys.ts';
import { newRecoveryKey, recoveryPrivateKey } from './keys/recovery-key.ts';
import { sealTo, spkiOf } from './keys/seal-to-key.ts';
import { subkey } from './keys/subkey.ts';
import { vaultFiles } from './vault-files.ts';
import { namedFault } from './sql-database.ts';
import { StorageError } from './storage-error.ts';
import type { VaultIdentity } from './store.ts';
import type { OpenVault, OsWrap, PendingEnrolment } from './vault.ts';
import type { KdfCost } from './vault-worker-protocol.ts';
import { runVaultTask } from './worker-store.ts';

export interface EnrolmentParts {
  folder: string;
  workerUrl: URL;
  osWrap: OsWrap | null;
  cost: KdfCost;
  derive: DeriveKey;
  keyring: () => Promise<Pick<Keyring, 'content'>>;
  openWith: (ring: Pick<Keyring, 'content'>, vaultKey: Buffer) => Promise<OpenVault>;
}

/**
 * Makes the keys; the vault only when the server has accepted them. The whole vault is made in a folder beside its
 * own and moved there in one step: killed at any time, there is either a whole vault or none, and one may enrol again.
 */
export function beginEnrolment(parts: EnrolmentParts): PendingEnrolment {
  const pairs = newOfficerPairs();
  const device = generateKeyPairSync('ed25519');
  return {
    keys: {
      officerSigningKey: spkiOf(pairs.signing.publicKey),
      officerSealingKey: spkiOf(pairs.sealing.publicKey),
      deviceSigningKey: spkiOf(device.publicKey),
    },
    async create(given, password, at) {
      const files = vaultFiles(parts.folder);
      // A vault that is there, even half of one, is never written over.
      const names = [files.keyring, files.keyringCopy, files.database];
      if (names.some((file) => existsSync(file))) throw new StorageError('failed');
      const identity: VaultIdentity = { ...given, deviceKey: pkcs8Of(device.privateKey).toString('base64') };
      const vaultKey = randomBytes(32);
      const recoveryKey = newRecoveryKey();
      const recoverySealingKey = publicKeyOf(recoveryKey);
      const secrets = { password, cost: parts.cost, derive: parts.derive, osWrap: parts.osWrap };
      const entry = await makeOfficerEntry(identity.officer, pairs, vaultKey, recoverySealingKey, secrets);
      const content = keyringContent(entry, recoverySealingKey, vaultKey, at);
      await makeVault(parts, identity, content, vaultKey);
      const vault = await parts.openWith(await parts.keyring(), vaultKey);
      return { vault, officer: keysOf(entry, pkcs8Of(pairs.signing.privateKey)), recoveryKey };
    },
  };
}

function keyringContent(
  entry: KeyringContent['officers'][number],
  sealingKey: string,
  vaultKey: Uint8Array,
  at: Instant,
): KeyringContent {
  return {
    format: 1,
    createdAt: at,
    cipher: chooseCipher(),
    officers: [entry],
    recovery: { sealingKey, vaultKey: sealTo(sealingKey, vaultKey, vaultKeyAbout) },
  };
}

function publicKeyOf(recoveryKey: string): string {
  const privateKey = recoveryPrivateKey(recoveryKey);
  if (!privateKey) throw new StorageError('failed');
  return spkiOf(createPublicKey(privateKey));
}

async function makeVault(
  parts: EnrolmentParts,
  identity: VaultIdentity,
  content: KeyringContent,
  vaultKey: Uint8Array,
): Promise<void> {
  const staging = `${parts.folder}.enrolling`;
  const files = vaultFiles(staging);
  try {
    // Left by an enrolment that was interrupted: it never became a vault, and nobody has its recovery key.
    await rm(staging, { recursive: true, force: true });
    await mkdir(files.blobs, { recursive: true, mode: 0o700 });
    const key = { cipher: content.cipher, hex: subkey(vaultKey, 'database').toString('hex') };
    await runVaultTask(parts.workerUrl, { task: 'create', file: files.database, key, identity });
    await saveKeyring(files, content, vaultKey);
    await moveInto(staging, parts.folder);
  } catch (error) {
    throw namedFault(error);
  }
}

/** An empty folder may stand in the way; anything in it stops the move, and is left as it is. */
async function moveInto(staging: string, folder: string): Promise<void> {
  if (existsSync(folder)) await rmdir(folder);
  await rename(staging, folder);
  await syncFolder(dirname(folder));
}
