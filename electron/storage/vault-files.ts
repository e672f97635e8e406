import { join } from 'node:path';

export interface VaultFiles {
  keyring: string;
  keyringCopy: string;
  database: string;
  blobs: string;
}

/** The names inside a vault's folder. */
export function vaultFiles(folder: string): VaultFiles {
  return {
    keyring: join(folder, 'keyring.json'),
    keyringCopy: join(folder, 'keyring.json.bak'),
    database: join(folder, 'vault.db'),
    blobs: join(folder, 'blobs'),
  };
}
