import { readFile } from 'node:fs/promises';
import { writeDurably } from './durable-file.ts';
import { readKeyring, type Keyring, type KeyringContent } from './keys/keyring.ts';
import { StorageError } from './storage-error.ts';
import type { VaultFiles } from './vault-files.ts';

export interface LoadedKeyring {
  content: KeyringContent;
  /**
   * As `Keyring.confirm`; then puts a keyring that was read from its copy back in its place.
   * @throws StorageError `damaged-key` when the content was changed since the vault key's owner wrote it.
   */
  confirm(vaultKey: Uint8Array): Promise<void>;
}

/**
 * Reads the keyring, or its copy when the keyring is missing or damaged. One of a later version is not gone round: its
 * copy may be older than the vault.
 * @throws StorageError `missing-key` when neither is there, `damaged-key` when neither can be read, `newer-vault`.
 */
export async function loadKeyring(files: VaultFiles): Promise<LoadedKeyring> {
  const keyring = await tryFile(files.keyring);
  if ('ring' in keyring) {
    const { ring } = keyring;
    return { content: ring.content, confirm: async (vaultKey) => ring.confirm(vaultKey) };
  }
  if (keyring.fault.kind === 'newer-vault') throw keyring.fault;
  const copy = await tryFile(files.keyringCopy);
  if ('fault' in copy) throw copy.fault.kind === 'missing-key' ? keyring.fault : copy.fault;
  const { ring, text } = copy;
  return {
    content: ring.content,
    async confirm(vaultKey) {
      ring.confirm(vaultKey);
      await putBack(files.keyring, text);
    },
  };
}

/** What stands in the way (a full disk, a folder of that name) must not keep a vault shut that its copy opens. */
async function putBack(file: string, text: string): Promise<void> {
  try {
    await writeDurably(file, text);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
  }
}

async function tryFile(file: string): Promise<{ ring: Keyring; text: string } | { fault: StorageError }> {
  try {
    const text = await readText(file);
    return { ring: readKeyring(text), text };
  } catch (error) {
    if (error instanceof StorageError) return { fault: error };
    throw error;
  }
}

/** A file that is there and cannot be read is damaged, not missing: nobody should think of enrolling again. */
async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new StorageError(isMissing ? 'missing-key' : 'damaged-key', { cause: error });
  }
}
