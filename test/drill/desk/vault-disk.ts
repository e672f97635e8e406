import { randomBytes } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BlobStore } from '../../../electron/storage/blob-store.ts';
import { openBlobStore } from '../../../electron/storage/encrypted-blob-store.ts';
import { migrate } from '../../../electron/storage/migrations/migrate.ts';
import { promisedStore } from '../../../electron/storage/open-memory-store.ts';
import { openEncrypted, type DatabaseKey, type SqlDatabase } from '../../../electron/storage/sql-database.ts';
import { sqliteStore, writeIdentity } from '../../../electron/storage/sqlite-store.ts';
import type { Store, VaultIdentity } from '../../../electron/storage/store.ts';

export interface OpenDisk {
  store: Store;
  blobs: BlobStore;
  /** For faults and for looking underneath. */
  database: SqlDatabase;
}

/** The files of one vault, with the real encryption, opened in this process. */
export class VaultDisk {
  readonly key: DatabaseKey = { cipher: 'aegis', hex: randomBytes(32).toString('hex') };
  readonly vaultKey = randomBytes(32);
  readonly root: string;
  #folder: string;
  #crashes = 0;

  constructor(identity: VaultIdentity, root = mkdtempSync(join(tmpdir(), 'desk-drill-'))) {
    this.root = root;
    this.#folder = join(root, '0');
    mkdirSync(this.#folder);
    const database = openEncrypted(this.file, this.key, 'create');
    migrate(database);
    writeIdentity(database, identity);
    database.close();
  }

  get file(): string {
    return join(this.#folder, 'vault.db');
  }

  get folder(): string {
    return this.#folder;
  }

  get blobFolder(): string {
    return join(this.#folder, 'blobs');
  }

  async open(): Promise<OpenDisk> {
    const database = openEncrypted(this.file, this.key, 'existing');
    migrate(database);
    const store = promisedStore(sqliteStore(database));
    return { store, blobs: await openBlobStore(this.blobFolder, this.vaultKey), database };
  }

  /**
   * From now on the disk is what stands on it at this moment: database, log and scans as a killed process leaves them,
   * without the tidying of a connection that is closed.
   */
  crash(): void {
    const from = this.#folder;
    this.#crashes += 1;
    this.#folder = join(this.root, String(this.#crashes));
    mkdirSync(this.#folder);
    for (const name of ['vault.db', 'vault.db-wal']) {
      if (existsSync(join(from, name))) copyFileSync(join(from, name), join(this.#folder, name));
    }
    if (existsSync(join(from, 'blobs'))) cpSync(join(from, 'blobs'), this.blobFolder, { recursive: true });
    rmSync(from, { recursive: true, force: true });
  }

  dispose(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

export function isWhole(database: SqlDatabase): boolean {
  return database.pragma('integrity_check', { simple: true }) === 'ok';
}
