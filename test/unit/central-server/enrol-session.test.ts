import { afterAll, beforeAll, expect, test } from 'vitest';
import { challengeText } from '../../../shared/sync/protocol.ts';
import { signText } from '../../central-server/signatures.ts';
import type { CentralServer } from '../../central-server/start.ts';
import { TestDevice } from '../../central-server/test-device.ts';
import { errorKind, signedInDevice, startTestServer } from './start-test-server.ts';

let server: CentralServer;
let clock = Date.parse('2026-11-20T04:00:00.000Z');
beforeAll(async () => {
  server = await startTestServer(() => new Date(clock));
}, 60_000);
afterAll(() => server.close());

test('health says what it is, without a session', async () => {
  const answer = await fetch(`${server.url}/v1/health`);
  expect(await answer.json()).toEqual({
    service: 'migration-desk-central',
    protocol: 1,
    serverTime: '2026-11-20T04:00:00.000Z',
  });
});

test('a code enrols one device, and the same keys again get the same answer', async () => {
  const code = server.activationCodes[0]?.code ?? '';
  const device = new TestDevice(server.url);
  const first: unknown = await (await device.tryEnrol(` ${code.toLowerCase()} `)).json();
  const again: unknown = await (await device.tryEnrol(code)).json();
  expect(first).toMatchObject({ officer: { id: 'officer-jaipur-1' }, district: { id: 'jaipur' } });
  expect(again).toEqual(first);

  const other = await new TestDevice(server.url).tryEnrol(code);
  expect(other.status).toBe(409);
  expect(await errorKind(other)).toBe('activation-code-used');
});

test('two PCs that use one code at once: one is enrolled', async () => {
  await server.data.issueActivationCode('officer-jaipur-1', 'RACE-1');
  const answers = await Promise.all(
    [1, 2, 3].map(() => new TestDevice(server.url).tryEnrol('RACE-1').then((answer) => answer.status)),
  );
  expect(answers.sort()).toEqual([200, 409, 409]);
});

test('a wrong code, keys that are none, and a body that is none are refused by name', async () => {
  const device = new TestDevice(server.url);
  expect(await errorKind(await device.tryEnrol('NO-SUCH-CODE'))).toBe('activation-code-wrong');
  const keys = { officerSigningKey: 'AAAA', officerSealingKey: 'AAAA', deviceSigningKey: 'AAAA' };
  const wrongKeys = { activationCode: 'X', deviceName: '', ...keys };
  expect(await errorKind(await device.post('/v1/enrol', wrongKeys))).toBe('bad-request');
  expect(await errorKind(await device.post('/v1/enrol', { activationCode: 7 }))).toBe('bad-request');
  const broken = await fetch(`${server.url}/v1/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"activationCode":',
  });
  expect(await errorKind(broken)).toBe('bad-request');
  expect(await errorKind(await fetch(`${server.url}/v1/nothing`))).toBe('not-found');
});

test('a session needs the device’s own signature on a fresh nonce', async () => {
  const device = await signedInDevice(server);
  const { deviceId } = device.enrolment;
  const challenge = async () => {
    const answer = (await (await device.post('/v1/session/challenge', { deviceId })).json()) as {
      nonce: string;
    };
    return answer.nonce;
  };
  const prove = (nonce: string, key: string) =>
    device.post('/v1/session', { deviceId, nonce, signature: signText(challengeText(nonce), key) });

  const forged = await prove(await challenge(), device.officerKey.privateKey);
  expect(await errorKind(forged)).toBe('not-authorised');
  const nonce = await challenge();
  expect((await prove(nonce, device.deviceKey.privateKey)).status).toBe(200);
  expect(await errorKind(await prove(nonce, device.deviceKey.privateKey))).toBe('not-authorised');
  const unknown = await device.post('/v1/session/challenge', { deviceId: 'device-of-nobody' });
  expect(await errorKind(unknown)).toBe('not-authorised');
});

test('a session ends after its time, and when the server forgets it', async () => {
  const device = await signedInDevice(server);
  expect((await device.fetch('/v1/changes?limit=1')).status).toBe(200);
  clock += 61 * 60_000;
  expect(await errorKind(await device.fetch('/v1/changes?limit=1'))).toBe('not-authorised');
  await device.signIn();
  expect((await device.fetch('/v1/changes?limit=1')).status).toBe(200);
  await server.data.endSessions();
  expect(await errorKind(await device.fetch('/v1/changes?limit=1'))).toBe('not-authorised');
});

test('a revoked device is told so, in its session and at the door; other devices go on', async () => {
  const device = await signedInDevice(server);
  const other = await signedInDevice(server);
  const { deviceId } = device.enrolment;
  await server.data.revokeDevice(deviceId);
  expect(await errorKind(await device.fetch('/v1/changes?limit=1'))).toBe('device-revoked');
  // What it signed before is still taken.
  expect((await device.post('/v1/decisions', { decisions: [] })).status).toBe(200);
  expect((await device.post('/v1/session/challenge', { deviceId })).status).toBe(200);
  expect((await other.fetch('/v1/changes?limit=1')).status).toBe(200);
});

test('a revoked officer is shut out on every device', async () => {
  const device = await signedInDevice(server, 'officer-udaipur-1');
  await server.data.revokeOfficer('officer-udaipur-1');
  expect(await errorKind(await device.fetch('/v1/changes?limit=1'))).toBe('device-revoked');
});
