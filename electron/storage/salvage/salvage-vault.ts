import type { OfficerId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { SalvageReport } from '../../../shared/ipc/views/salvage.ts';
import type { KeyringContent } from '../keys/keyring.ts';
import { subkey } from '../keys/subkey.ts';
import { StorageError } from '../storage-error.ts';
import type { VaultFiles } from '../vault-files.ts';
import { salvageInWorker } from '../worker-store.ts';
import { readIdentityBox } from './identity-box.ts';
import { exchange, layOut } from './salvage-files.ts';

export interface SalvageParts {
  files: VaultFiles;
  workerUrl: URL;
  content: KeyringContent;
  vaultKey: Uint8Array;
  actor: OfficerId;
  at: Instant;
}

/**
 * Makes a new database of what can be read of a damaged one. Until the new one is whole on disk nothing is changed;
 * the damaged files stay, in a folder of their own.
 * @throws StorageError `cannot-decrypt` when it is not known whose vault this is, `disk-full`.
 */
export async function salvageVault(parts: SalvageParts): Promise<SalvageReport> {
  const { files, workerUrl, content, vaultKey, actor, at } = parts;
  const bench = await layOut(files, at);
  const report = await salvageInWorker(workerUrl, {
    from: bench.copy,
    to: bench.made,
    key: { cipher: content.cipher, hex: subkey(vaultKey, 'database').toString('hex') },
    identity: await readIdentityBox(files.identity, vaultKey),
    officers: content.officers.map(({ id, signingKey }) => ({ id, signingKey })),
    ...{ at, actor, setAside: bench.setAside.name },
  });
  await exchange(files, bench);
  return report;
}

/** What a salvage may mend: anything else has another cause, and the files are left alone. */
export function isSalvageable(error: unknown): boolean {
  return error instanceof StorageError && (error.kind === 'damaged' || error.kind === 'cannot-decrypt');
}
