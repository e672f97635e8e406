import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { claim, claimAnswer, type ClaimRequest } from '../../../shared/sync/claims.ts';
import { leaseMilliseconds } from '../../central-server/claims/answer-claim.ts';
import type { CentralServer } from '../../central-server/start.ts';
import type { TestDevice } from '../../central-server/test-device.ts';
import { errorKind, signedInDevice, startTestServer } from './start-test-server.ts';

const start = Date.parse('2026-11-20T06:30:00.000Z');
let passed = 0;
let server: CentralServer;
let first: TestDevice;
let second: TestDevice;
let requests: string[];

beforeAll(async () => {
  server = await startTestServer(() => new Date(start + passed));
  first = await signedInDevice(server);
  second = await signedInDevice(server, 'officer-jaipur-2');
  requests = (await server.data.requests('jaipur')).map(({ id }) => id);
}, 60_000);
afterAll(() => server.close());
beforeEach(() => {
  requests.shift();
});

const id = () => requests[0] ?? 'none';

async function ask(device: TestDevice, wish: ClaimRequest['wish'], requestId = id()) {
  return claimAnswer.parse(await (await device.post('/v1/claims', { requestId, wish })).json()).claim;
}

async function toldInFeed(device: TestDevice, cursor: string) {
  await server.data.settled();
  return (await device.pull(cursor)).lines.filter(({ kind }) => kind === 'claim');
}

test('a lease is given for a time, and who comes second hears whose it is and until when', async () => {
  const { cursor } = await second.pull();
  const mine = await ask(first, 'hold');
  expect(mine).toMatchObject({
    requestId: id(),
    deviceId: first.enrolment.deviceId,
    officerName: first.enrolment.officer.name,
    until: new Date(start + passed + leaseMilliseconds).toISOString(),
  });
  expect(await ask(second, 'hold')).toEqual(mine);
  const lines = await toldInFeed(second, cursor);
  expect(lines.map(({ id: item, body }) => [item, claim.parse(body)])).toEqual([[id(), mine]]);
});

test('it is renewed by its holder only, and given back by its holder only', async () => {
  const before = await ask(first, 'hold');
  passed += 60_000;
  expect((await ask(second, 'hold'))?.until).toBe(before?.until);
  expect(await ask(second, 'release')).toEqual(before);
  const renewed = await ask(first, 'hold');
  expect(Date.parse(renewed?.until ?? '')).toBe(Date.parse(before?.until ?? '') + 60_000);
  const { cursor } = await second.pull();
  expect(await ask(first, 'release')).toBeNull();
  expect(await ask(first, 'release')).toBeNull();
  expect(await toldInFeed(second, cursor)).toMatchObject([{ id: id(), removed: true }]);
  expect((await ask(second, 'hold'))?.deviceId).toBe(second.enrolment.deviceId);
});

test('one that is over goes to whoever asks next', async () => {
  await ask(first, 'hold');
  passed += leaseMilliseconds;
  expect((await ask(second, 'hold'))?.deviceId).toBe(second.enrolment.deviceId);
  expect((await ask(first, 'hold'))?.deviceId).toBe(second.enrolment.deviceId);
});

test('it hinders no decision', async () => {
  const request = (await server.data.requests('jaipur')).find(({ status }) => status === 'pending');
  if (!request) throw new Error('The seed has no pending request left');
  await ask(first, 'hold', request.id);
  const [answer] = await second.push([second.seal(second.content(request, 'approve'))]);
  expect(answer?.result).toBe('accepted');
});

test('another district learns nothing of it and takes nothing', async () => {
  await ask(first, 'hold');
  const stranger = await signedInDevice(server, 'officer-udaipur-1');
  const answer = await stranger.post('/v1/claims', { requestId: id(), wish: 'hold' });
  expect([answer.status, await errorKind(answer)]).toEqual([404, 'not-found']);
  expect(await ask(stranger, 'release')).toBeNull();
  expect((await stranger.pull()).lines.filter(({ kind }) => kind === 'claim')).toEqual([]);
  expect((await ask(second, 'hold'))?.deviceId).toBe(first.enrolment.deviceId);
});

test('what is no claim is refused by name, and nobody asks without a session', async () => {
  const wrong = await first.post('/v1/claims', { requestId: id(), wish: 'steal' });
  expect(await errorKind(wrong)).toBe('bad-request');
  const body = JSON.stringify({ requestId: id(), wish: 'hold' });
  const headers = { 'content-type': 'application/json' };
  const nobody = await fetch(`${server.url}/v1/claims`, { method: 'POST', headers, body });
  expect(await errorKind(nobody)).toBe('not-authorised');
});
