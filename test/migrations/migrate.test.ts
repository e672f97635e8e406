import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  migrate,
  migrations,
  userVersion,
  type Migration,
} from '../../electron/storage/migrations/migrate.ts';
import { openEncrypted, openInMemory } from '../../electron/storage/sql-database.ts';
import { sqliteStore, writeIdentity } from '../../electron/storage/sqlite-store.ts';
import { at, decide, identity, requestLine, rid, today } from '../contract/store-fixture.ts';

const newest = migrations.length;
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Rows as each released version wrote them, as SQL: a later version of the code must not help to write them. */
const rowsOfVersion: Record<number, string> = {
  0: '',
};

describe('migrations', () => {
  it('are numbered one after the other', () => {
    expect(migrations.map((step) => step.version)).toEqual(migrations.map((_step, index) => index + 1));
  });

  it.each(migrations.map((step) => step.version - 1))(
    'lead from version %i, with rows, to the newest',
    (from) => {
      const database = openInMemory();
      migrate(database, migrations.slice(0, from));
      const rows = rowsOfVersion[from];
      expect(rows, `rows of version ${from} are missing here`).toBeDefined();
      database.exec(rows ?? '');
      migrate(database);
      expect(userVersion(database)).toBe(newest);
      if (from === 0) writeIdentity(database, identity);
      const store = sqliteStore(database);
      store.applyChanges([requestLine(1)], 'c-1', at, today);
      expect(store.recordDecision(decide(1, 1)).ok).toBe(true);
      store.close();
    },
  );

  it('change nothing the second time', () => {
    const database = openInMemory();
    migrate(database);
    writeIdentity(database, identity);
    sqliteStore(database).applyChanges([requestLine(1)], 'c-1', at, today);
    migrate(database);
    expect(sqliteStore(database).request(rid(1))?.request.id).toBe(rid(1));
    database.close();
  });

  it('refuse a newer vault by name and leave it as it is', () => {
    const database = openInMemory();
    migrate(database);
    database.pragma(`user_version = ${newest + 1}`);
    expect(() => migrate(database)).toThrow(expect.objectContaining({ kind: 'newer-vault' }));
    expect(userVersion(database)).toBe(newest + 1);
    database.close();
  });

  it('leave the old schema when a step fails half-way', () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-migrate-'));
    folders.push(folder);
    const key = { cipher: 'aegis' as const, hex: '11'.repeat(32) };
    const database = openEncrypted(join(folder, 'vault.db'), key, 'create');
    migrate(database);
    const broken: Migration = {
      version: newest + 1,
      sql: 'CREATE TABLE half (a); INSERT INTO nowhere VALUES (1);',
    };
    expect(() => migrate(database, [...migrations, broken])).toThrow();
    expect(userVersion(database)).toBe(newest);
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE name = 'half'").all();
    expect(tables).toEqual([]);
    database.close();
  });
});
