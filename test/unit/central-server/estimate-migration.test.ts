import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { dropSchema } from '../../central-server/database/drop-schema.ts';
import { estimateColumns } from '../../central-server/database/migrations/0006-estimate.ts';
import { openDatabase } from '../../central-server/database/open-database.ts';
import { writeItem } from '../../central-server/feed/write-item.ts';
import { blobHash, districtId, requestId } from '../../../shared/domain/ids.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';

test('a feed from before the estimates learns the scans of its open requests, and moves no item', async () => {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  const databaseUrl = process.env.DATABASE_URL;
  const database = await openDatabase({ databaseUrl, schema });
  const hash = blobHash.parse('cd'.repeat(32));
  const scan = { hash, size: 90_000, mime: 'image/png', pages: 1, masked: true } as const;
  const documents = [{ id: 'doc', kind: 'application', need: 'needed', scan } as const];
  const id = requestId.parse('old-1');
  const body = sampleRequest({ id, districtId: districtId.parse('jaipur'), documents });
  await writeItem(database, { kind: 'request', id, districtId: 'jaipur', body });
  await writeItem(database, { kind: 'note', id: 'n', districtId: null, body: { documents } });
  const place = () =>
    sql`select id, sequence::text, changed_in::text from feed order by id`.execute(database);
  const before = (await place()).rows;
  await sql`alter table feed drop column scans, drop column scan_bytes`.execute(database);
  await estimateColumns.up(database);
  const { rows } = await sql`select id, scans, scan_bytes::text as bytes from feed order by id`.execute(
    database,
  );
  expect(rows).toEqual([
    { id: 'n', scans: 0, bytes: '0' },
    { id: 'old-1', scans: 1, bytes: '90000' },
  ]);
  expect((await place()).rows).toEqual(before);
  // The embedded database has one schema, and goes with the test.
  if (databaseUrl) await dropSchema(database, schema);
  await database.destroy();
});
