import { join } from 'node:path';
import { z } from 'zod';
import { openBlobStore } from '../../../electron/storage/encrypted-blob-store.ts';
import { openOfficerEntry } from '../../../electron/storage/keys/officer-keys.ts';
import { subkey } from '../../../electron/storage/keys/subkey.ts';
import { loadKeyring } from '../../../electron/storage/load-keyring.ts';
import { openEncrypted } from '../../../electron/storage/sql-database.ts';
import { vaultFiles } from '../../../electron/storage/vault-files.ts';
import { runVaultTask } from '../../../electron/storage/worker-store.ts';
import { blobHash, type BlobHash } from '../../../shared/domain/ids.ts';
import { samplePassword } from '../officer/officer.ts';

/** Everything that a vault holds, decrypted. */
export interface OpenedVault {
  /** Each row of each table as JSON, by its table. */
  rows: { table: string; text: string }[];
  /** The decrypted scans. */
  blobs: Map<BlobHash, Uint8Array>;
}

const workerUrl = new URL('../../../electron/storage/vault-worker.ts', import.meta.url);

/** Opens the vault of a desk that has ended, as its officer would. */
export async function openedVault(dataFolder: string): Promise<OpenedVault> {
  const files = vaultFiles(join(dataFolder, 'vault'));
  const { content } = await loadKeyring(files);
  const [entry] = content.officers;
  if (!entry) throw new Error('The vault has no officer');
  const derive: Parameters<typeof openOfficerEntry>[1]['derive'] = async (password, salt, cost) => {
    const derived = await runVaultTask(workerUrl, { task: 'derive', password, salt, cost });
    if (!derived) throw new Error('No key was derived');
    return derived;
  };
  const { vaultKey } = await openOfficerEntry(entry, { password: samplePassword, derive, osWrap: null });
  const rows = rowsOf(files.database, {
    cipher: content.cipher,
    hex: subkey(vaultKey, 'database').toString('hex'),
  });
  const store = await openBlobStore(files.blobs, vaultKey);
  const blobs = new Map<BlobHash, Uint8Array>();
  for (const named of new Set(rows.flatMap(({ text }) => text.match(/\b[0-9a-f]{64}\b/g) ?? []))) {
    const hash = blobHash.parse(named);
    const bytes = (await store.has(hash)) ? await store.get(hash) : null;
    if (bytes) blobs.set(hash, bytes);
  }
  return { rows, blobs };
}

function rowsOf(file: string, key: Parameters<typeof openEncrypted>[1]): OpenedVault['rows'] {
  const db = openEncrypted(file, key, 'existing');
  try {
    const names = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    const tables = z.array(z.object({ name: z.string() })).parse(names);
    return tables.flatMap(({ name }) =>
      db
        .prepare(`SELECT * FROM "${name}"`)
        .all()
        .map((row) => ({ table: name, text: JSON.stringify(row) })),
    );
  } finally {
    db.close();
  }
}
