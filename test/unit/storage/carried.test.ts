import { expect, it } from 'vitest';
import { localScanId } from '../../../shared/domain/documents/local-scan.ts';
import { blobHash, officerId } from '../../../shared/domain/ids.ts';
import { attachmentKind, type Attachment } from '../../../shared/sync/attachments.ts';
import { migrate } from '../../../electron/storage/migrations/migrate.ts';
import { promisedStore } from '../../../electron/storage/open-memory-store.ts';
import { openInMemory } from '../../../electron/storage/sql-database.ts';
import { sqliteStore, writeIdentity } from '../../../electron/storage/sqlite-store.ts';
import { at, identity, later, pull, requestLine, rid } from '../../contract/store-fixture.ts';

const scan = { hash: blobHash.parse('a'.repeat(64)), size: 1000, mime: 'image/jpeg', pages: 1 } as const;
const attachment: Attachment = {
  id: localScanId.parse('01997000-0000-7000-8000-000000000001'),
  ...{ requestId: rid(1), documentId: 'item:pan', kind: 'pan', scan: { ...scan, masked: true } },
  ...{ by: officerId.parse('officer-2'), at },
};

/** As a version left it that did not know attachments: the cursor is past the line. */
it('applies what an older version carried, once it knows the kind', async () => {
  const database = openInMemory();
  migrate(database);
  writeIdentity(database, identity);
  await pull(promisedStore(sqliteStore(database)), requestLine(1));
  const carry = database.prepare(
    "INSERT INTO set_aside (kind, id, version, why, at, line) VALUES (?, ?, 1, 'unknown-kind', ?, ?)",
  );
  const lines = [
    { kind: attachmentKind, id: attachment.id, body: attachment },
    { kind: 'of-a-later-version', id: 'x', body: {} },
  ];
  for (const line of lines)
    carry.run(line.kind, line.id, at, JSON.stringify({ cursor: 'c-9', version: 1, ...line }));

  const store = promisedStore(sqliteStore(database));
  expect(await store.attachments(rid(1))).toEqual([attachment]);
  expect((await store.wantedScans(later, 10)).map(({ hash }) => hash)).toContain(scan.hash);
  expect(await store.setAside()).toEqual([{ kind: 'of-a-later-version', id: 'x', why: 'unknown-kind', at }]);
});
