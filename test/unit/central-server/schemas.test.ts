import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { dropSchema } from '../../central-server/database/drop-schema.ts';
import { openDatabase } from '../../central-server/database/open-database.ts';

const databaseUrl = process.env.DATABASE_URL ?? '';

async function freshDatabase() {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  return { schema, database: await openDatabase({ databaseUrl, schema }) };
}

/** Tests share a server; each has a schema of its own. */
test('a schema is brought up to date while others are dropped', async () => {
  const last = await freshDatabase();
  for (let round = 0; round < 2; round += 1) {
    const others = await Promise.all(Array.from({ length: 12 }, freshDatabase));
    const drops = others.map(async ({ schema, database }) => {
      await dropSchema(database, schema);
      await database.destroy();
    });
    const openings = others.map(async () => {
      const database = await openDatabase({ databaseUrl, schema: last.schema });
      await database.destroy();
    });
    expect(await Promise.allSettled(openings)).toEqual(openings.map(() => ({ status: 'fulfilled' })));
    await Promise.all(drops);
  }
  await dropSchema(last.database, last.schema);
  await last.database.destroy();
});
