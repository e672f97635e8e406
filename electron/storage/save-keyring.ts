import { writeDurably } from './durable-file.ts';
import { writeKeyring, type KeyringContent } from './keys/keyring.ts';
import type { VaultFiles } from './vault-files.ts';

/** The copy first: cut short between the two, either opens the vault. `loadKeyring` falls back on the copy. */
export async function saveKeyring(
  files: VaultFiles,
  content: KeyringContent,
  vaultKey: Uint8Array,
): Promise<void> {
  const text = writeKeyring(content, vaultKey);
  await writeDurably(files.keyringCopy, text);
  await writeDurably(files.keyring, text);
}
