import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { writeDurably } from '../durable-file.ts';
import { lockBox, openBox } from '../keys/box.ts';
import { subkey } from '../keys/subkey.ts';
import type { VaultIdentity } from '../store.ts';

const about = 'migration-desk v1 identity';

/**
 * Whose vault this is and the device's key, once more beside the database: without them a damaged database would cost
 * the device its name at the server. It opens with the vault key only.
 */
export async function keepIdentity(
  file: string,
  vaultKey: Uint8Array,
  identity: VaultIdentity,
): Promise<void> {
  if (existsSync(file)) return;
  const plain = Buffer.from(JSON.stringify(identity), 'utf8');
  await writeDurably(file, lockBox(subkey(vaultKey, 'identity'), plain, about));
}

/** Null when it is not there, is damaged, or belongs to another vault. */
export async function readIdentityBox(file: string, vaultKey: Uint8Array): Promise<VaultIdentity | null> {
  const box = await readFile(file).catch(() => null);
  const plain = box && openBox(subkey(vaultKey, 'identity'), box, about);
  return plain ? (JSON.parse(plain.toString('utf8')) as VaultIdentity) : null;
}
