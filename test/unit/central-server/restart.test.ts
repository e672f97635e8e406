import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoSeed, startCentralServer } from '../../central-server/start.ts';
import { TestDevice } from '../../central-server/test-device.ts';

test('a server on a folder goes on after a restart: cursor, key, device, decisions, scans; no second seed', async () => {
  const dataFolder = join(await mkdtemp(join(tmpdir(), 'central-restart-')), 'data');
  const seed = await demoSeed({ today: new Date(), requests: 20, hasScans: false });
  const place = {
    ...{ seed, dataFolder, databaseUrl: process.env.DATABASE_URL },
    schema: `test_${randomBytes(6).toString('hex')}`,
  };
  const first = await startCentralServer(place);
  const { port } = first;
  const device = await new TestDevice(first.url).enrol(seed.activationCodes[0]?.code ?? '');
  await device.signIn();
  const hash = await first.data.putBlob(Buffer.from('%PDF-1.7 sample'), 'jaipur');
  const { cursor } = await device.pull();
  const request = (await first.data.requests('jaipur')).find((each) => each.status === 'pending');
  if (!request) throw new Error('The seed has no pending request');
  const sealed = device.seal(device.content(request, 'approve'));
  const answers = await device.push([sealed]);
  await first.close();
  await expect(device.fetch('/v1/health')).rejects.toThrow();

  const second = await startCentralServer({ ...place, port, isTemporary: true });
  try {
    expect(await device.push([sealed])).toEqual(answers);
    expect((await device.pull(cursor)).lines).toMatchObject([
      { kind: 'request', id: request.id, version: request.version + 1 },
      { kind: 'transfer', id: request.id, body: { state: 'waiting' } },
    ]);
    expect(second.activationCodes).toEqual(seed.activationCodes);
    expect((await device.fetch(`/v1/blobs/${hash}`)).status).toBe(200);
    expect(await second.data.requests()).toHaveLength(20);
  } finally {
    await second.close();
    await rm(join(dataFolder, '..'), { recursive: true, force: true });
  }
}, 90_000);
