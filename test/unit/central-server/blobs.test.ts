import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../central-server/signatures.ts';
import type { CentralServer } from '../../central-server/start.ts';
import type { TestDevice } from '../../central-server/test-device.ts';
import { errorKind, signedInDevice, startTestServer } from './start-test-server.ts';

const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100_000, 'नमूना')]);

let server: CentralServer;
let device: TestDevice;
let path: string;
beforeAll(async () => {
  server = await startTestServer();
  device = await signedInDevice(server);
  path = `/v1/blobs/${await server.data.putBlob(bytes, 'jaipur')}`;
}, 60_000);
afterAll(() => server.close());

async function bodyOf(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer());
}

test('a scan comes whole, with its size told beforehand', async () => {
  const head = await device.fetch(path, { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(head.headers.get('content-length')).toBe(String(bytes.length));
  expect(head.headers.get('content-type')).toBe('image/jpeg');
  const answer = await device.fetch(path);
  expect(bytes.equals(await bodyOf(answer))).toBe(true);
});

test.each([
  ['bytes=0-9', 0, 10],
  ['bytes=50000-', 50_000, bytes.length],
  ['bytes=-7', bytes.length - 7, bytes.length],
  ['bytes=99999-999999999', 99_999, bytes.length],
])('a range %s gives just those bytes', async (range, start, end) => {
  const answer = await device.fetch(path, { headers: { range } });
  expect(answer.status).toBe(206);
  expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${bytes.length}`);
  expect(bytes.subarray(start, end).equals(await bodyOf(answer))).toBe(true);
});

test('a range that lies outside is 416 with the size; an unreadable one is the whole', async () => {
  const outside = await device.fetch(path, { headers: { range: `bytes=${bytes.length}-` } });
  expect(outside.status).toBe(416);
  expect(outside.headers.get('content-range')).toBe(`bytes */${bytes.length}`);
  expect(await errorKind(outside)).toBe('bad-request');
  const several = await device.fetch(path, { headers: { range: 'bytes=0-1,4-5' } });
  expect(several.status).toBe(200);
  expect(await bodyOf(several)).toHaveLength(bytes.length);
});

test('another district’s scan, an unknown one and a path are not there', async () => {
  const other = await signedInDevice(server, 'officer-udaipur-1');
  expect(await errorKind(await other.fetch(path))).toBe('not-found');
  expect(await errorKind(await device.fetch(`/v1/blobs/${'0'.repeat(64)}`))).toBe('not-found');
  expect(await errorKind(await device.fetch('/v1/blobs/..%2f..%2fetc%2fpasswd'))).toBe('bad-request');
  expect(await errorKind(await fetch(`${server.url}${path}`))).toBe('not-authorised');
});

test('what is put must hash to its name and be a scan; then it can be fetched', async () => {
  const page = Buffer.from('%PDF-1.7 नमूना');
  const put = (name: string, body: Buffer) =>
    device.fetch(`/v1/blobs/${name}`, { method: 'PUT', body: new Uint8Array(body) });
  expect(await errorKind(await put('0'.repeat(64), page))).toBe('bad-request');
  expect((await device.fetch(`/v1/blobs/${sha256(page)}`)).status).toBe(404);
  expect((await put(sha256(page), page)).status).toBe(204);
  expect((await put(sha256(page), page)).status).toBe(204);
  expect((await bodyOf(await device.fetch(`/v1/blobs/${sha256(page)}`))).equals(page)).toBe(true);
  const text = Buffer.from('only text');
  expect(await errorKind(await put(sha256(text), text))).toBe('bad-request');
  const huge = Buffer.alloc(25 * 1024 * 1024 + 1, 1);
  expect(await errorKind(await put(sha256(huge), huge))).toBe('too-large');
});
