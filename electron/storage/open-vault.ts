import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { BlobStore } from './blob-store.ts';
import { openBlobStore } from './encrypted-blob-store.ts';
import { beginEnrolment } from './enrolment.ts';
import { keepOutUnmasked } from './keep-out-unmasked.ts';
import type { Keyring } from './keys/keyring.ts';
import { openOfficerEntry, vaultKeyAbout, withNewPassword, type DeriveKey } from './keys/officer-keys.ts';
import { recoveryPrivateKey } from './keys/recovery-key.ts';
import { unseal } from './keys/seal-to-key.ts';
import { subkey } from './keys/subkey.ts';
import { loadKeyring } from './load-keyring.ts';
import { keepIdentity } from './salvage/identity-box.ts';
import { isSalvageable, salvageVault } from './salvage/salvage-vault.ts';
import { saveKeyring } from './save-keyring.ts';
import { StorageError } from './storage-error.ts';
import { vaultFiles, type VaultFiles } from './vault-files.ts';
import type { OpenVault, OsWrap, VaultFolder, VaultPresence } from './vault.ts';
import type { KdfCost } from './vault-worker-protocol.ts';
import { openWorkerStore, runVaultTask } from './worker-store.ts';

export interface VaultFolderParts {
  /** The vault's own folder: nothing else lies in it. Made at enrolment. */
  folder: string;
  /** The bundled `vault-worker`; its source in tests. */
  workerUrl: URL;
  /** Null where there is no store of the operating system. */
  osWrap: OsWrap | null;
  /** For tests only: a derivation that does not take the time which protects a real password. */
  kdf?: KdfCost;
}

/** RFC 9106's second choice, for machines with little memory: 64 MiB, three passes. */
const officeCost: KdfCost = { memoryKiB: 65_536, iterations: 3, parallelism: 1 };

/** One data folder, as `VaultFolder` tells. Nothing in it is ever deleted or made anew by a failure. */
export function vaultFolder({ folder, workerUrl, osWrap, kdf = officeCost }: VaultFolderParts): VaultFolder {
  const files = vaultFiles(folder);
  const derive: DeriveKey = async (password, salt, cost) => {
    const derived = await runVaultTask(workerUrl, { task: 'derive', password, salt, cost });
    if (!derived) throw new StorageError('failed');
    return derived;
  };

  async function openOfficer(officerId: string, password: string) {
    const ring = await loadKeyring(files);
    const entry = ring.content.officers.find((officer) => officer.id === officerId);
    if (!entry) throw new StorageError('wrong-password');
    const opened = await openOfficerEntry(entry, { password, derive, osWrap });
    await ring.confirm(opened.vaultKey);
    return { ...opened, ring };
  }

  async function openWith(ring: Pick<Keyring, 'content'>, vaultKey: Buffer): Promise<OpenVault> {
    const key = { cipher: ring.content.cipher, hex: subkey(vaultKey, 'database').toString('hex') };
    const { store, identity } = await openWorkerStore(workerUrl, files.database, key);
    try {
      const blobs = withSetAside(await openBlobStore(files.blobs, vaultKey), files);
      await keepIdentity(files.identity, vaultKey, identity);
      const vaultStore = await keepOutUnmasked(store, blobs);
      return { store: vaultStore, blobs, identity, close: () => store.close() };
    } catch (error) {
      await store.close();
      throw error;
    } finally {
      vaultKey.fill(0);
    }
  }

  async function openRecovery(typed: string) {
    const ring = await loadKeyring(files);
    const privateKey = recoveryPrivateKey(typed);
    const vaultKey = privateKey && unseal(privateKey, ring.content.recovery.vaultKey, vaultKeyAbout);
    if (!vaultKey) throw new StorageError('wrong-password');
    await ring.confirm(vaultKey);
    return { ring, privateKey, vaultKey };
  }

  async function open(officerId: string, password: string) {
    const { keys, vaultKey, ring } = await openOfficer(officerId, password);
    return { vault: await openWith(ring, vaultKey), officer: keys };
  }

  return {
    presence: () => presenceOf(files),
    beginEnrolment: async () =>
      beginEnrolment({
        folder,
        workerUrl,
        osWrap,
        cost: kdf,
        derive,
        openWith,
        keyring: () => loadKeyring(files),
      }),
    open,
    async salvage(officerId, password, at) {
      const { keys, vaultKey, ring } = await openOfficer(officerId, password);
      keys.forget();
      const copy = Buffer.from(vaultKey);
      try {
        const vault = await openWith(ring, copy);
        await vault.close();
        return null;
      } catch (error) {
        if (!isSalvageable(error)) throw error;
        return await salvageVault({
          files,
          workerUrl,
          content: ring.content,
          vaultKey,
          actor: officerId,
          at,
        });
      } finally {
        vaultKey.fill(0);
      }
    },
    async unlock(officerId, password) {
      const { keys, vaultKey } = await openOfficer(officerId, password);
      vaultKey.fill(0);
      return keys;
    },
    async openWithRecoveryKey(typed) {
      const { ring, vaultKey } = await openRecovery(typed);
      return openWith(ring, vaultKey);
    },
    async resetPassword(officerId, typed, password) {
      const { ring, privateKey, vaultKey } = await openRecovery(typed);
      const entry = ring.content.officers.find((officer) => officer.id === officerId);
      if (!entry) throw new StorageError('wrong-password');
      const renewed = await withNewPassword(entry, privateKey, { password, cost: kdf, derive, osWrap });
      const officers = ring.content.officers.map((officer) => (officer === entry ? renewed : officer));
      await saveKeyring(files, { ...ring.content, officers }, vaultKey);
      vaultKey.fill(0);
    },
  };
}

/** A desk that leaves its district leaves no damaged files of it behind either. */
function withSetAside(blobs: BlobStore, files: VaultFiles): BlobStore {
  return {
    ...blobs,
    async clear() {
      for (const folder of [files.salvage, files.setAside])
        await rm(folder, { recursive: true, force: true });
      await blobs.clear();
    },
  };
}

async function presenceOf(files: VaultFiles): Promise<VaultPresence> {
  const names = [files.keyring, files.keyringCopy, files.database];
  if (!names.some((file) => existsSync(file))) return { state: 'absent' };
  try {
    const { content } = await loadKeyring(files);
    return { state: 'present', officers: content.officers.map(({ id, login }) => ({ id, login })) };
  } catch (error) {
    if (error instanceof StorageError && error.kind === 'missing-key') return { state: 'missing-key' };
    if (error instanceof StorageError && error.kind === 'damaged-key') return { state: 'damaged-key' };
    throw error;
  }
}
