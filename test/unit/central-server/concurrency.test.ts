import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import pg from 'pg';
import { demoSeed, startCentralServer, type CentralServer } from '../../central-server/start.ts';
import type { TestDevice } from '../../central-server/test-device.ts';
import { signedInDevice } from './start-test-server.ts';

const databaseUrl = process.env.DATABASE_URL;
if (!databaseUrl) {
  console.log(
    'Skipped: transactions that run at once need a PostgreSQL server in DATABASE_URL (PGlite has one only)',
  );
}

describe.skipIf(!databaseUrl)('on a real PostgreSQL server', () => {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  let server: CentralServer;
  beforeAll(async () => {
    const seed = await demoSeed({ today: new Date(), requests: 60, hasScans: false });
    server = await startCentralServer({ seed, databaseUrl, schema, isTemporary: true });
  }, 60_000);
  afterAll(() => server.close());

  async function connected(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: databaseUrl, options: `-c search_path=${schema}` });
    await client.connect();
    return client;
  }

  function insert(client: pg.Client, id: string): Promise<unknown> {
    return client.query(
      `insert into feed (kind, id, district_id, version, removed, body) values ('note', $1, 'jaipur', 1, false, '{}')`,
      [id],
    );
  }

  test('a transaction that began first and commits last is not skipped', async () => {
    const device = await signedInDevice(server);
    const start = await device.pull();
    const [early, late] = [await connected(), await connected()];
    try {
      await early.query('begin');
      await insert(early, 'early');
      await late.query('begin');
      await insert(late, 'late');
      await late.query('commit');

      const between = await device.pull(start.cursor);
      expect(between.lines).toEqual([]);
      await early.query('commit');
      await server.data.settled();
      const after = await device.pull(between.cursor);
      expect(after.lines.map((line) => line.id)).toEqual(['early', 'late']);
    } finally {
      await early.end();
      await late.end();
    }
  });

  test('clients that pull all the while see each of many interleaved changes', async () => {
    const device = await signedInDevice(server);
    let { cursor } = await device.pull();
    const seen = new Set<string>();
    const writing = new AbortController();
    const reading = (async () => {
      for (let isLast = false; !isLast;) {
        isLast = writing.signal.aborted;
        const page = await device.pull(cursor, 5);
        page.lines.forEach((line) => seen.add(line.id));
        cursor = page.cursor;
      }
    })();
    await Promise.all(
      [0, 1, 2, 3].map(async (writer) => {
        const client = await connected();
        for (let place = 0; place < 25; place += 1) {
          await client.query('begin');
          await insert(client, `many-${writer}-${place}`);
          await client.query('select pg_sleep($1)', [((writer * 7 + place * 3) % 9) / 1000]);
          await client.query(place % 10 === 9 ? 'rollback' : 'commit');
        }
        await client.end();
      }),
    );
    await server.data.settled();
    writing.abort();
    await reading;
    expect([...seen].filter((id) => id.startsWith('many-'))).toHaveLength(4 * 23);
  });

  test('one request decided on eight PCs at once: one is accepted, seven conflict', async () => {
    const request = (await server.data.requests('jaipur')).find((each) => each.status === 'pending');
    if (!request) throw new Error('The seed has no pending request');
    const devices = await Promise.all(Array.from({ length: 8 }, () => signedInDevice(server)));
    const results = await Promise.all(
      devices.map(async (device) => {
        const [answer] = await device.push([device.seal(device.content(request, 'approve'))]);
        return answer?.result ?? 'none';
      }),
    );
    expect(results.sort()).toEqual(['accepted', ...Array.from({ length: 7 }, () => 'conflict')]);
    expect((await server.data.request(request.id))?.version).toBe(request.version + 1);
  });

  test('batches over the same requests in opposite orders do not deadlock', async () => {
    const requests = (await server.data.requests('jaipur'))
      .filter((each) => each.status === 'pending')
      .slice(0, 6);
    const devices = await Promise.all(Array.from({ length: 4 }, () => signedInDevice(server)));
    const decideAll = (device: TestDevice, place: number) => {
      const order = place % 2 === 0 ? requests : [...requests].reverse();
      return device.push(order.map((request) => device.seal(device.content(request, 'hold'))));
    };
    const answers = (await Promise.all(devices.map(decideAll))).flat();
    expect(answers.filter((answer) => answer.result === 'accepted')).toHaveLength(requests.length);
  });

  test('one push sent twice at once is stored once, with one receipt', async () => {
    const request = (await server.data.requests('jaipur')).find((each) => each.status === 'pending');
    if (!request) throw new Error('The seed has no pending request left');
    const device = await signedInDevice(server);
    const sealed = device.seal(device.content(request, 'approve'));
    const [a, b] = await Promise.all([device.push([sealed]), device.push([sealed])]);
    expect(a[0]?.result).toBe('accepted');
    expect(b).toEqual(a);
  });
});
