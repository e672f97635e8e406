import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CentralServer } from '../../central-server/start.ts';
import type { TestDevice } from '../../central-server/test-device.ts';
import { errorKind, signedInDevice, startTestServer } from './start-test-server.ts';

describe('compressed bodies', () => {
  let server: CentralServer;
  let device: TestDevice;
  beforeAll(async () => {
    server = await startTestServer();
    device = await signedInDevice(server);
  }, 120_000);
  afterAll(() => server.close());

  const post = (body: Uint8Array<ArrayBuffer>) =>
    fetch(`${server.url}/v1/session/challenge`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body,
    });

  it('are read like plain ones', async () => {
    const answer = await post(
      new Uint8Array(gzipSync(JSON.stringify({ deviceId: device.enrolment.deviceId }))),
    );
    expect([answer.status, typeof ((await answer.json()) as { nonce: unknown }).nonce]).toEqual([
      200,
      'string',
    ]);
  });

  it('are refused by name when they are damaged, or unpack to more than a body may have', async () => {
    expect(await errorKind(await post(new Uint8Array(Buffer.from('no gzip'))))).toBe('bad-request');
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024, 0x20));
    expect(await errorKind(await post(new Uint8Array(bomb)))).toBe('too-large');
  });

  it('come with their length where the client takes them, and say the same', async () => {
    const pageAs = async (encoding: string) => {
      const answer = await device.fetch('/v1/changes?limit=200', {
        headers: { 'accept-encoding': encoding },
      });
      const lines = (await answer.text()).trim().split('\n').slice(0, -1);
      return {
        lines,
        length: Number(answer.headers.get('content-length')),
        is: answer.headers.get('content-encoding'),
      };
    };
    const packed = await pageAs('gzip');
    const plain = await pageAs('identity');
    expect([packed.is, plain.is]).toEqual(['gzip', null]);
    expect(packed.lines).toEqual(plain.lines);
    expect(packed.length).toBeGreaterThan(0);
    expect(packed.length).toBeLessThan(plain.lines.join('\n').length / 3);
  });
});
