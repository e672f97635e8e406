import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  migrate,
  migrations,
  userVersion,
  type Migration,
} from '../../electron/storage/migrations/migrate.ts';
import { blobHash } from '../../shared/domain/ids.ts';
import { betweenTokens, searchTokens } from '../../shared/domain/search-tokens.ts';
import { openEncrypted, openInMemory } from '../../electron/storage/sql-database.ts';
import { ArchiveBatch } from '../../electron/storage/archive/archive-batch.ts';
import { keepInArchive } from '../../electron/storage/archive/keep-in-archive.ts';
import { firstBrokenRow } from '../../electron/storage/audit-chain.ts';
import { seriesFromDevice } from '../../electron/storage/series-from-device.ts';
import { storeParts } from '../../electron/storage/store-parts.ts';
import { sqliteStore, writeIdentity } from '../../electron/storage/sqlite-store.ts';
import {
  at,
  decide,
  deviceKey,
  did,
  identity,
  later,
  requestLine,
  rid,
  today,
} from '../contract/store-fixture.ts';

const newest = migrations.length;
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Rows as each released version wrote them, as SQL: a later version of the code must not help to write them. */
const version1 = rowsIn('./version-1.sql').replace('DEVICE-KEY', deviceKey);
const version2 = version1 + rowsIn('./version-2.sql');
const version3 = version2 + rowsIn('./version-3.sql');
const version4 = version3 + rowsIn('./version-4.sql');
const version6 = version3 + rowsIn('./version-6.sql');
const version7 = version6 + rowsIn('./version-7.sql');
const version8 = version7 + rowsIn('./version-8.sql');
const version9 = version8 + rowsIn('./version-9.sql');
const rowsOfVersion: Record<number, string> = {
  0: '',
  1: version1,
  2: version2,
  3: version3,
  4: version4,
  5: version4 + rowsIn('./version-5.sql'),
  6: version6,
  7: version7,
  8: version8,
  9: version9,
  10: version9 + rowsIn('./version-10.sql'),
};

function rowsIn(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

function migratedFrom(version: number) {
  const database = openInMemory();
  migrate(database, migrations.slice(0, version));
  database.exec(rowsOfVersion[version] ?? '');
  migrate(database);
  return database;
}

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
      store.applyChanges([requestLine(99)], 'c-99', at, today);
      expect(store.recordDecision(decide(99, 99)).ok).toBe(true);
      store.close();
    },
  );

  it('leave everything of version 1 in its place, and make what the office needs of it', () => {
    const store = sqliteStore(migratedFrom(1));
    const found = (text: string) => store.searchArchive(text, 10).hits.map((hit) => hit.id);
    expect(found('सीता')).toEqual([4, 2, 5, 3, 1].map(rid));
    expect(found('K116209807')).toEqual([rid(2)]);
    expect(found('K11000006')).toEqual([]);
    expect(store.report('2026-10-01', '2026-10-31')).toMatchObject({ received: 5, approved: 1 });
    expect(store.identity().series).toBe(seriesFromDevice(identity.deviceId));
    expect(store.register('2026-10-05').map((entry) => [entry.decisionId, entry.voidWhy])).toEqual([
      [did(1), null],
      [did(2), 'outcome-not-allowed'],
      [did(3), 'changed-since'],
    ]);
    expect(store.order(did(2))?.answeredAt).toBe('2026-10-05T07:30:00.000Z');
    expect(store.request(rid(5))?.draft?.reasonCodes).toEqual(['H01']);
    expect(store.masterStates().find(({ kind }) => kind === 'lsp-figures')).toMatchObject({
      count: 1,
      receivedAt: null,
    });
    expect(firstBrokenRow(store.audit(0, 1000))).toBeNull();
    store.close();
  });

  it('list the transfers of version 2, whose rows were never made', () => {
    const store = sqliteStore(migratedFrom(2));
    expect(store.transferRows()).toMatchObject([{ requestId: rid(1), state: 'waiting', differences: 0 }]);
    store.close();
  });

  it('send up what was taken in with version 7 and not taken back', () => {
    const store = sqliteStore(migratedFrom(7));
    const due = store.dueUploads('9999-12-31T00:00:00.000Z', 10);
    expect(due.map(({ local, withdraws }) => [local.scan.hash, withdraws])).toEqual([
      ['7'.repeat(64), false],
    ]);
    store.close();
  });

  it('find the scans of version 3 unread', () => {
    const store = sqliteStore(migratedFrom(3));
    expect(store.unreadScans(1, 10)).toMatchObject([{ hash: '3'.repeat(64), requestId: rid(2) }]);
    expect(store.sameElsewhere(rid(2))).toEqual([]);
    store.close();
  });

  it('let a contested decision of version 4 wait for an officer, unless another one followed it', () => {
    const store = sqliteStore(migratedFrom(4));
    expect(store.conflict(did(3))).toMatchObject({
      reason: 'changed-since',
      ended: { how: 'decide-again', by: identity.officer.id },
    });
    expect(store.conflict(did(90))).toMatchObject({ reason: 'already-decided', standing: null, ended: null });
    expect(store.counts(at).conflicted).toBe(1);
    store.close();
  });

  it('adopt a claim that version 5 could only carry, and keep what was chosen about a conflict', () => {
    const store = sqliteStore(migratedFrom(5));
    expect(store.claims()).toMatchObject([{ requestId: rid(2), deviceId: 'device-2' }]);
    expect(store.conflict(did(90))?.ended?.how).toBe('acknowledge');
    store.close();
  });

  it('keep what version 6 had tried in vain waiting, and nothing of it parked', () => {
    const store = sqliteStore(migratedFrom(6));
    const hash = blobHash.parse('4'.repeat(64));
    expect(store.scan(hash)).toMatchObject({ state: 'wanted', why: 'wrong-hash', faults: 0 });
    expect(store.unsentActs('2026-10-05T07:20:00.000Z', 10)).toHaveLength(1);
    store.close();
  });

  it('let a request of version 8 that was decided long ago leave the set on a new day', () => {
    const store = sqliteStore(migratedFrom(8));
    expect(store.newDay('2026-10-20').removed).toEqual([]);
    expect(store.newDay('2026-12-20').removed).toEqual([rid(1)]);
    expect(store.newDay('2026-10-20').rows.map(({ id }) => id)).toEqual([rid(1)]);
    expect(store.dueUploads('9999-12-31T00:00:00.000Z', 10)).toMatchObject([{ faults: 1 }]);
    store.close();
  });

  it('show the state of a decision of version 9 as its row says, and then what becomes of it', () => {
    const store = sqliteStore(migratedFrom(9));
    const shown = () => store.slimRows(null, 10).rows.find(({ id }) => id === rid(9));
    expect(shown()).toMatchObject({ revision: 27, decision: { id: did(91), state: 'sent' } });
    store.unmarkSent([did(91)], later);
    expect(shown()?.decision?.state).toBe('sealed');
    expect(shown()?.revision).toBeGreaterThan(27);
    store.close();
  });

  it('find a request of version 10, and give its words as one text, as they are written from now on', () => {
    const database = migratedFrom(10);
    const store = sqliteStore(database);
    const row = store.slimRows(null, 10).rows.find(({ id }) => id === rid(10));
    const request = store.request(rid(10))?.request;
    expect(request && row?.tokens.split(betweenTokens)).toEqual(request && searchTokens(request));
    expect(store.searchArchive('K11000010', 10).hits).toEqual([
      {
        ...{ id: rid(10), requestNo: 'MR/2026/000010', kioskCode: 'K11000010', newKioskCode: null },
        ...{ centreName: request?.centreName, applicantName: request?.applicant.name, mobileLast4: '0417' },
        ...{
          status: 'pending',
          receivedOn: request?.receivedOn,
          currentLspId: 'lsp-01',
          targetLspId: 'lsp-02',
        },
        matched: 'kiosk-code',
      },
    ]);
    const typeOf = database
      .prepare<[string], string>("SELECT json_type(row, '$.tokens') FROM rows WHERE id = ?")
      .pluck();
    expect(typeOf.get(rid(10))).toBe('array');
    store.recordDecision(decide(99, 10));
    expect(typeOf.get(rid(10))).toBe('text');
    expect(store.slimRows(null, 10).rows.find(({ id }) => id === rid(10))?.tokens).toBe(row?.tokens);
    expect(database.pragma('foreign_key_check')).toEqual([]);
    store.close();
  });

  it('adopt what the older version could only carry, and carry the rest on', () => {
    const store = sqliteStore(migratedFrom(1));
    expect(store.master().helplines.map(({ id }) => id)).toEqual(['h-1']);
    expect(store.setAside().map(({ kind }) => kind)).toEqual(['kiosk-map']);
    store.close();
  });

  it('are gone on with after an end in the middle of the catching up', () => {
    const database = migratedFrom(1);
    // As after a kill: two requests have their place, the others do not.
    const parts = storeParts(database);
    const archive = new ArchiveBatch(parts.archive);
    for (const id of [rid(1), rid(2)]) {
      const request = parts.requests.get(id);
      if (request) keepInArchive({ parts, archive }, request);
    }
    archive.finish();
    parts.meta.writeArchiveBehind(rid(2));
    const store = sqliteStore(database);
    const found = () => store.searchArchive('K1', 10).hits.map((hit) => hit.id);
    expect(found()).toEqual([4, 2, 5, 1].map(rid));
    expect(parts.meta.archiveBehind()).toBeNull();
    expect(store.report('2026-10-01', '2026-10-31').received).toBe(5);
    store.close();
  });

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
