import { claimAnswer } from '../../../shared/sync/claims.ts';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import pg from 'pg';
import { requestId } from '../../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { reconcile } from '../../../shared/domain/transfer/reconcile.ts';
import type { StepHook } from '../../central-server/transfers/transfer-step.ts';
import { demoSeed, startCentralServer, type CentralServer } from '../../central-server/start.ts';
import type { TestDevice } from '../../central-server/test-device.ts';
import { signedInDevice } from './start-test-server.ts';

const databaseUrl = process.env.DATABASE_URL;

// Transactions that run at once: PGlite has one connection only, so this file runs in the project `postgres` alone.
describe('on a real PostgreSQL server', () => {
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

  test('one request claimed on eight PCs at once: one holds it, and all are told the same', async () => {
    const request = (await server.data.requests('jaipur')).find((each) => each.status === 'pending');
    if (!request) throw new Error('The seed has no pending request');
    const devices = await Promise.all(Array.from({ length: 8 }, () => signedInDevice(server)));
    const wish = { requestId: request.id, wish: 'hold' };
    const told = await Promise.all(
      devices.map(async (device) => {
        const answer = await device.post('/v1/claims', wish);
        return claimAnswer.parse(await answer.json()).claim?.deviceId;
      }),
    );
    expect(new Set(told).size).toBe(1);
    expect(devices.map((device) => device.enrolment.deviceId)).toContain(told[0]);
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

  /** Approved here, on a kiosk of its own record; `change` makes another request of it first. */
  async function approved(change: Partial<MigrationRequest> = {}): Promise<MigrationRequest> {
    const model = (await server.data.requests('jaipur')).find(
      (each) => each.status === 'pending' && each.record !== null && each.currentLspId !== each.targetLspId,
    );
    if (!model) throw new Error('The seed has no pending request left');
    const request = { ...model, ...change };
    if (request.id === model.id) {
      if (Object.keys(change).length > 0) await server.data.changeRequest(model.id, () => request);
    } else {
      await server.data.putRequest(request);
    }
    const wanted = await server.data.request(request.id);
    if (!wanted) throw new Error('The request is gone');
    const device = await signedInDevice(server);
    const [answer] = await device.push([device.seal(device.content(wanted, 'approve'))]);
    expect(answer?.result).toBe('accepted');
    return wanted;
  }

  /** Both begin, whatever the scheduler does: each waits after its first lock until the other has it too. */
  function together(count: number): StepHook {
    let begun = 0;
    let open: () => void = () => undefined;
    const all = new Promise<void>((resolve) => (open = resolve));
    return async (step) => {
      if (step !== 'transfer-locked') return;
      begun += 1;
      if (begun === count) open();
      await all;
    };
  }

  test('two transfers of one kiosk at once: one moves it, the other finds it gone', async () => {
    for (const newKioskCode of ['K77000001', null]) {
      const first = await approved({ newKioskCode });
      const twin = { ...first, newKioskCode: newKioskCode && 'K77000002' };
      const id = requestId.parse(`${first.id}-twin`);
      const second = await approved({ ...twin, id, requestNo: `${first.requestNo}-2` });
      const hook = together(2);
      const ends = await Promise.all(
        [first, second].map((request) => server.data.runTransfer(request.id, hook)),
      );
      expect(ends.sort()).toEqual(['completed', 'failed']);
      const transfers = await Promise.all([first, second].map(({ id: each }) => server.data.transfer(each)));
      const failures = transfers.flatMap((each) => each?.failure ?? []);
      expect(failures).toEqual([newKioskCode === null ? 'current-lsp-differs' : 'old-id-inactive']);
      const moved = transfers.find((each) => each?.state === 'completed');
      expect(moved && reconcile(moved).filter((line) => line.verdict === 'differs')).toEqual([]);
    }
  });

  test('two kiosks that want the same new ID at once: one gets it, the other is told', async () => {
    const requests = [
      await approved({ newKioskCode: 'K77000003' }),
      await approved({ newKioskCode: 'K77000003' }),
    ];
    const hook = together(2);
    const ends = await Promise.all(requests.map(({ id }) => server.data.runTransfer(id, hook)));
    expect(ends.sort()).toEqual(['completed', 'failed']);
    const failures = (await server.data.transfers()).filter((each) => each.newKioskCode === 'K77000003');
    expect(failures.map((each) => each.failure).sort()).toEqual(['new-id-taken', null].sort());
  });

  test('a decision that comes while the records move waits, and conflicts', async () => {
    const request = await approved();
    const device = await signedInDevice(server);
    const late = device.seal(device.content(request, 'reject'));
    let pushing: Promise<unknown> = Promise.resolve();
    let isAnswered = false;
    const end = await server.data.runTransfer(request.id, async (step, database) => {
      if (step !== 'before-recorded') return;
      pushing = device.push([late]).finally(() => {
        isAnswered = true;
      });
      await sql`select pg_sleep(0.3)`.execute(database);
      expect(isAnswered).toBe(false);
    });
    expect(end).toBe('completed');
    expect(await pushing).toMatchObject([
      { result: 'conflict', reason: 'already-decided', present: { status: 'transferred' } },
    ]);
  });

  test('the same act sent twice at once is kept once', async () => {
    const request = await approved();
    await server.data.runTransfer(request.id);
    const device = await signedInDevice(server);
    const act = device.act(request, { kind: 'follow-up-done', followUp: 'banner-logo', note: '' });
    const signed = device.signAct(act);
    const answers = await Promise.all([1, 2, 3].map(() => device.pushActs([signed])));
    expect(answers.flat().map((answer) => answer?.result)).toEqual(['accepted', 'accepted', 'accepted']);
    expect((await server.data.transfer(request.id))?.acts).toEqual([act]);
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
