import { join } from 'node:path';

export interface VaultFiles {
  keyring: string;
  keyringCopy: string;
  database: string;
  blobs: string;
  /** Whose vault this is, sealed to the vault key. */
  identity: string;
  /** Where a salvage works; nothing in it counts. */
  salvage: string;
  /** Damaged files, a folder for each salvage. */
  setAside: string;
  folder: string;
}

/** The names inside a vault's folder. */
export function vaultFiles(folder: string): VaultFiles {
  return {
    keyring: join(folder, 'keyring.json'),
    keyringCopy: join(folder, 'keyring.json.bak'),
    database: join(folder, 'vault.db'),
    blobs: join(folder, 'blobs'),
    identity: join(folder, 'identity.box'),
    salvage: join(folder, 'salvage'),
    setAside: join(folder, 'damaged'),
    folder,
  };
}
