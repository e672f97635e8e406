import { afterAll, beforeAll, expect, test } from 'vitest';
import { blobHash } from '../../../shared/domain/ids.ts';
import { pullEstimate, type PullEstimate } from '../../../shared/sync/pull-estimate.ts';
import type { TestDevice } from '../../central-server/test-device.ts';
import { changeKinds } from '../../../shared/sync/protocol.ts';
import { migrationRequest, type MigrationRequest } from '../../../shared/domain/request.ts';
import type { CentralServer } from '../../central-server/start.ts';
import { errorKind, signedInDevice, startTestServer } from './start-test-server.ts';

let server: CentralServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

async function pending(): Promise<MigrationRequest> {
  const request = (await server.data.requests('jaipur')).find((each) => each.status === 'pending');
  if (!request) throw new Error('The seed has no pending request');
  return request;
}

test('a first pull gives the officer’s district, every kind, each item once', async () => {
  const device = await signedInDevice(server);
  const { lines } = await device.pull();
  const ids = lines.map((line) => `${line.kind} ${line.id}`);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(lines.map((line) => line.kind))).toEqual(new Set(changeKinds));
  const requests = lines.filter((line) => line.kind === 'request');
  expect(requests.length).toBe((await server.data.requests('jaipur')).length);
  for (const { body, version } of requests) {
    expect(migrationRequest.parse(body)).toMatchObject({ districtId: 'jaipur', version });
  }
});

test('small pages give the same as one large one, count down, and can be resumed after any line', async () => {
  const device = await signedInDevice(server);
  const whole = await device.pull();
  const paged = await device.pull(undefined, 7);
  expect(paged).toEqual(whole);

  const first = await device.page(undefined, 7);
  expect(first.lines).toHaveLength(7);
  expect(first.end).toMatchObject({ more: true, remaining: whole.lines.length - 7 });
  const resumed = await device.pull(whole.lines[9]?.cursor);
  expect(resumed.lines).toEqual(whole.lines.slice(10));
  expect((await device.page(whole.cursor)).end).toMatchObject({
    cursor: whole.cursor,
    more: false,
    remaining: 0,
  });
});

test('what changes moves to the end and stands there once', async () => {
  const device = await signedInDevice(server);
  const { cursor } = await device.pull();
  const request = await pending();
  await server.data.changeRequest(request.id, (before) => ({ ...before, reason: 'पहला बदलाव' }));
  await server.data.changeRequest(request.id, (before) => ({ ...before, reason: 'दूसरा बदलाव' }));
  const { lines } = await device.pull(cursor);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    id: request.id,
    version: request.version + 2,
    body: { reason: 'दूसरा बदलाव' },
  });
});

test('a request that leaves the district is removed here and appears there', async () => {
  const here = await signedInDevice(server, 'officer-jaipur-2');
  const there = await signedInDevice(server, 'officer-udaipur-1');
  const [before, beforeThere] = [await here.pull(), await there.pull()];
  const request = await pending();
  const { districtId } = there.enrolment.officer;
  await server.data.changeRequest(request.id, (each) => ({ ...each, districtId }));
  expect((await here.pull(before.cursor)).lines).toMatchObject([
    { id: request.id, removed: true, body: null },
  ]);
  const [arrived] = (await there.pull(beforeThere.cursor)).lines;
  expect(arrived).toMatchObject({ id: request.id, body: { districtId: 'udaipur' } });
  expect(arrived?.removed).toBeUndefined();
});

test('a kind that nobody knows yet travels like any other', async () => {
  const device = await signedInDevice(server);
  const { cursor } = await device.pull();
  const item = {
    kind: 'kiosk-map',
    id: 'map-1',
    districtId: 'jaipur',
    body: { until: 'later', '\u0000': 'नल' },
  };
  await server.data.putItem(item);
  expect((await device.pull(cursor)).lines).toMatchObject([{ kind: 'kiosk-map', body: item.body }]);
  await server.data.removeItem('kiosk-map', 'map-1');
  expect((await device.pull(cursor)).lines).toMatchObject([{ kind: 'kiosk-map', version: 2, removed: true }]);
});

test.each([
  ['malformed', 'not-a-cursor'],
  ['of another database', '1.0123456789ab.5.5'],
  ['of the future', 'future'],
  ['too large for 64 bits', 'huge'],
])('a cursor that is %s is refused by name', async (_what, text) => {
  const device = await signedInDevice(server);
  const { cursor } = await device.pull();
  const feed = cursor.split('.')[1] ?? '';
  const asked = { future: `1.${feed}.999999999999.1`, huge: `1.${feed}.9999999999999999999.1` }[text] ?? text;
  const answer = await device.fetch(`/v1/changes?cursor=${encodeURIComponent(asked)}`);
  expect(answer.status).toBe(400);
  expect(await errorKind(answer)).toBe('cursor-unknown');
});

test('a limit out of bounds is a bad request, and no session is no feed', async () => {
  const device = await signedInDevice(server);
  for (const limit of ['0', '1001', 'x']) {
    expect(await errorKind(await device.fetch(`/v1/changes?limit=${limit}`))).toBe('bad-request');
  }
  expect(await errorKind(await fetch(`${server.url}/v1/changes`))).toBe('not-authorised');
});

test('an estimate tells what lies behind a cursor, of the officer’s district only, and counts each scan of open requests once', async () => {
  const device = await signedInDevice(server);
  const { lines, cursor } = await device.pull();
  const half = lines[Math.floor(lines.length / 2)];
  const whole = await estimateOf(device);
  expect(whole.items).toBe(lines.length);
  const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(JSON.stringify(line)) + 1, 0);
  expect(whole.bytes).toBeGreaterThan(0.8 * bytes);
  expect(whole.bytes).toBeLessThan(1.25 * bytes);
  const rest = await estimateOf(device, half?.cursor);
  expect(rest.items).toBe(lines.length - Math.floor(lines.length / 2) - 1);
  expect(await estimateOf(device, cursor)).toMatchObject({ items: 0, bytes: 0, scans: 0, scanBytes: 0 });

  const request = await pending();
  const scan = { hash: 'ab'.repeat(32), size: 70_000, mime: 'image/jpeg', pages: 1, masked: true } as const;
  const documents = ['one', 'two'].map(
    (id) =>
      ({
        id,
        kind: 'application',
        need: 'needed',
        scan: { ...scan, hash: blobHash.parse(scan.hash) },
      }) as const,
  );
  await server.data.changeRequest(request.id, (before) => ({ ...before, documents }));
  expect(await estimateOf(device, cursor)).toMatchObject({ items: 1, scans: 1, scanBytes: 70_000 });
  const elsewhere = await signedInDevice(server, 'officer-udaipur-1');
  expect(await estimateOf(elsewhere, cursor)).toMatchObject({ items: 0, scans: 0 });
  await server.data.changeRequest(request.id, (before) => ({ ...before, status: 'withdrawn' }));
  expect(await estimateOf(device, cursor)).toMatchObject({ items: 1, scans: 0, scanBytes: 0 });
});

test('an estimate is refused like the changes: without a session, and for a cursor that was never given', async () => {
  const device = await signedInDevice(server);
  const stranger = await fetch(`${server.url}/v1/changes/estimate`);
  expect(await errorKind(stranger)).toBe('not-authorised');
  const unknown = await device.fetch('/v1/changes/estimate?cursor=1.abcdefabcdef.1.1');
  expect(await errorKind(unknown)).toBe('cursor-unknown');
});

async function estimateOf(device: TestDevice, cursor?: string): Promise<PullEstimate> {
  const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
  return pullEstimate.parse(await (await device.fetch(`/v1/changes/estimate${query}`)).json());
}
