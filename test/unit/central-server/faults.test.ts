import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CentralServer, Fault } from '../../central-server/start.ts';
import type { TestDevice } from '../../central-server/test-device.ts';
import { errorKind, signedInDevice, startTestServer } from './start-test-server.ts';

let server: CentralServer;
let device: TestDevice;
beforeAll(async () => {
  server = await startTestServer();
  device = await signedInDevice(server);
}, 60_000);
afterEach(() => {
  server.setFault(null);
});
afterAll(() => server.close());

/** The next request goes wrong, those after it do not. */
function once(fault: Fault): void {
  server.setFault(() => {
    server.setFault(null);
    return fault;
  });
}

test('HTML in place of an answer, as a portal or a gateway gives it', async () => {
  once('html');
  const portal = await device.fetch('/v1/changes');
  expect([portal.status, portal.headers.get('content-type')]).toEqual([200, 'text/html']);
  once('502');
  expect((await device.fetch('/v1/changes')).status).toBe(502);
  once('500');
  expect(await errorKind(await device.fetch('/v1/changes'))).toBe('internal');
});

test('a page that breaks off in the middle of a line', async () => {
  const whole = await (await device.fetch('/v1/changes')).text();
  once('cut');
  const answer = await device.fetch('/v1/changes');
  const reader = answer.body?.getReader();
  let got = '';
  const decoder = new TextDecoder();
  await expect(async () => {
    for (;;) {
      const part = await reader?.read();
      if (!part || part.done) return;
      got += decoder.decode(part.value, { stream: true });
    }
  }).rejects.toThrow();
  expect(got.length).toBeGreaterThan(1000);
  expect(whole.startsWith(got.slice(0, -1))).toBe(true);
  expect(got.endsWith('\n')).toBe(false);
});

test('an answer that never comes, before the work and after it', async () => {
  const request = (await server.data.requests('jaipur')).find((each) => each.status === 'pending');
  if (!request) throw new Error('The seed has no pending request');
  const sealed = device.seal(device.content(request, 'approve'));
  once('drop');
  await expect(device.push([sealed])).rejects.toThrow();
  expect(await server.data.decision(sealed.id)).toBeNull();
  once('drop-answer');
  await expect(device.push([sealed])).rejects.toThrow();
  const stored = await server.data.decision(sealed.id);
  expect(stored?.result).toBe('accepted');
  expect(await device.push([sealed])).toMatchObject([{ result: 'accepted', receipt: stored?.receipt }]);
});

test('bytes of the right number that are not the right ones, and text that is no JSON', async () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(5000, 7)]);
  const hash = await server.data.putBlob(bytes, 'jaipur');
  once('wrong-bytes');
  const wrong = Buffer.from(await (await device.fetch(`/v1/blobs/${hash}`)).arrayBuffer());
  expect([wrong.length, wrong.equals(bytes)]).toEqual([bytes.length, false]);
  once('bad-json');
  const answer = await device.post('/v1/session/challenge', { deviceId: device.enrolment.deviceId });
  await expect(answer.json()).rejects.toThrow();
});
