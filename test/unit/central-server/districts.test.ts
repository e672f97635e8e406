import { expect, test } from 'vitest';
import { districts } from '../../drill/districts/districts.ts';

// The drill of the same name in its quick form; the full one is `npm run drill -- districts`.
test('41 districts, three officers each: no cursor skips a row, nobody sees another district', async () => {
  const databaseUrl = process.env.DATABASE_URL ?? '';
  const account = await districts({ databaseUrl, count: 1500, seed: 1 }, () => undefined);
  console.log(JSON.stringify({ drill: 'districts', ...account }));
  expect(account).toMatchObject({
    ...{ count: 1500, districts: 41, readers: 123, skipped: 0, foreign: 0, older: 0 },
  });
  expect(account.lines).toBeGreaterThanOrEqual(account.rows * 3);
  expect(account.skippedBySequenceAlone).toBeGreaterThan(0);
}, 240_000);
