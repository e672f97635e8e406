import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argon2id } from 'hash-wasm';
import type { OfficerId } from '../../../shared/domain/ids.ts';
import { openOfficerEntry } from '../../../electron/storage/keys/officer-keys.ts';
import { subkey } from '../../../electron/storage/keys/subkey.ts';
import { loadKeyring } from '../../../electron/storage/load-keyring.ts';
import { openEncrypted, type DatabaseKey } from '../../../electron/storage/sql-database.ts';
import { vaultFiles } from '../../../electron/storage/vault-files.ts';
import { drillPassword } from './folder-desk.ts';

const pageBytes = 4096;

interface TreePage {
  path: string;
  pageno: number;
  pagetype: 'internal' | 'leaf' | 'overflow';
  ncell: number;
}

/** Where in the file of a closed vault each decision stands. */
export interface DecisionPages {
  /** By id: the byte behind the decision's page. */
  ends: Map<string, number>;
  /** The byte behind the last page that leads to them: the table's inner pages and the schema. */
  roots: number;
}

/** Asked of SQLite itself (`dbstat`), on a copy, before the file is cut. */
export async function decisionPages(folder: string, officer: OfficerId): Promise<DecisionPages> {
  const scratch = mkdtempSync(join(tmpdir(), 'desk-pages-'));
  try {
    const copy = join(scratch, 'vault.db');
    copyFileSync(vaultFiles(folder).database, copy);
    const db = openEncrypted(copy, await databaseKey(folder, officer), 'existing');
    const pages = (name: string) =>
      db
        .prepare<[string], TreePage>(
          'SELECT path, pageno, pagetype, ncell FROM dbstat WHERE name = ? ORDER BY path',
        )
        .all(name);
    const ids = db.prepare<[], string>('SELECT id FROM decisions ORDER BY ordinal').pluck().all();
    const tree = pages('decisions');
    // A decision that goes on elsewhere is expected from no page alone.
    const hasOverflow = tree.some(({ pagetype }) => pagetype === 'overflow');
    const leaves = hasOverflow ? [] : tree.filter(({ pagetype }) => pagetype === 'leaf');
    const ends = new Map<string, number>();
    for (const { pageno, ncell } of leaves) {
      for (const id of ids.slice(ends.size, ends.size + ncell)) ends.set(id, pageno * pageBytes);
    }
    const inner = tree.filter(({ pagetype }) => pagetype === 'internal');
    const roots = Math.max(...[...inner, ...pages('sqlite_schema')].map(({ pageno }) => pageno));
    db.close();
    return { ends, roots: roots * pageBytes };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** As the app comes to it. */
export async function databaseKey(folder: string, officer: OfficerId): Promise<DatabaseKey> {
  const { content } = await loadKeyring(vaultFiles(folder));
  const entry = content.officers.find(({ id }) => id === officer);
  if (!entry) throw new Error('No such officer');
  const derive = async (
    password: string,
    salt: Uint8Array,
    cost: { memoryKiB: number; iterations: number; parallelism: number },
  ) =>
    argon2id({
      ...{ password, salt, outputType: 'binary', hashLength: 32 },
      ...{ memorySize: cost.memoryKiB, iterations: cost.iterations, parallelism: cost.parallelism },
    });
  const { vaultKey } = await openOfficerEntry(entry, { password: drillPassword, derive, osWrap: null });
  return { cipher: content.cipher, hex: subkey(vaultKey, 'database').toString('hex') };
}
