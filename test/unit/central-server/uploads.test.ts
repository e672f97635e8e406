import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { attachmentAnswer, blobProgress, type Attachment } from '../../../shared/sync/attachments.ts';
import { localScanId } from '../../../shared/domain/documents/local-scan.ts';
import { blobHash, officerId, type BlobHash } from '../../../shared/domain/ids.ts';
import { v7 } from 'uuid';
import { openPartFolder } from '../../central-server/blobs/part-folder.ts';
import { sha256 } from '../../central-server/signatures.ts';
import type { CentralServer } from '../../central-server/start.ts';
import type { TestDevice } from '../../central-server/test-device.ts';
import { errorKind, signedInDevice, startTestServer } from './start-test-server.ts';

let server: CentralServer;
let device: TestDevice;
/** In which the server makes its own. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uploads-'));
  vi.stubEnv('TMPDIR', folder);
  vi.stubEnv('TEMP', folder);
  server = await startTestServer();
  vi.unstubAllEnvs();
  device = await signedInDevice(server);
}, 60_000);
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function newScan(length = 50_000): { bytes: Buffer; hash: BlobHash } {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(length - 4)]);
  return { bytes, hash: blobHash.parse(sha256(bytes)) };
}

type Put = { hash: string; range: string; bytes?: Uint8Array; by?: TestDevice };

function put({ hash, range, bytes, by = device }: Put): Promise<Response> {
  const headers = { 'content-range': range, 'content-type': 'application/octet-stream' };
  return by.fetch(`/v1/blobs/${hash}`, { method: 'PUT', headers, body: new Uint8Array(bytes ?? []) });
}

async function progressOf(answer: Promise<Response>): Promise<{ received: number; complete: boolean }> {
  const { received, complete } = blobProgress.parse(await (await answer).json());
  return { received, complete };
}

async function send({ bytes, hash }: { bytes: Buffer; hash: string }, by = device): Promise<void> {
  const range = `bytes 0-${bytes.length - 1}/${bytes.length}`;
  expect(await progressOf(put({ hash, range, bytes, by }))).toMatchObject({ complete: true });
}

test('a scan goes up in pieces, goes on where the server is, and counts when it is whole', async () => {
  const { bytes, hash } = newScan();
  const size = bytes.length;
  const at = (first: number, last: number) =>
    progressOf(
      put({ hash, range: `bytes ${first}-${last}/${size}`, bytes: bytes.subarray(first, last + 1) }),
    );
  const ask = () => progressOf(put({ hash, range: `bytes */${size}` }));
  expect(await ask()).toEqual({ received: 0, complete: false });
  expect(await at(0, 19_999)).toEqual({ received: 20_000, complete: false });
  // Twice, and past a gap: nothing changes, and the answer says where to go on.
  expect(await at(0, 19_999)).toEqual({ received: 20_000, complete: false });
  expect(await at(30_000, 39_999)).toEqual({ received: 20_000, complete: false });
  expect(await ask()).toEqual({ received: 20_000, complete: false });
  expect((await device.fetch(`/v1/blobs/${hash}`)).status).toBe(404);
  expect(await at(20_000, size - 1)).toEqual({ received: size, complete: true });
  expect(await at(20_000, size - 1)).toEqual({ received: size, complete: true });
  const back = await device.fetch(`/v1/blobs/${hash}`);
  expect(bytes.equals(Buffer.from(await back.arrayBuffer()))).toBe(true);
});

test('one that is whole counts also when the server died before it said so', async () => {
  const { bytes, hash } = newScan();
  const [made = ''] = await readdir(folder);
  const parts = await openPartFolder(join(folder, made, 'parts'), () => new Date());
  await parts.append({ districtId: 'jaipur', hash, size: bytes.length }, 0, bytes);
  expect(await progressOf(put({ hash, range: `bytes */${bytes.length}` }))).toEqual({
    received: bytes.length,
    complete: true,
  });
  expect((await device.fetch(`/v1/blobs/${hash}`)).status).toBe(200);
});

test('bytes that do not hash to the name are not kept, and it begins anew', async () => {
  const { bytes, hash } = newScan();
  const wrong = Buffer.from(bytes);
  wrong[9_000] = (wrong[9_000] ?? 0) ^ 1;
  const range = `bytes 0-${bytes.length - 1}/${bytes.length}`;
  expect(await errorKind(await put({ hash, range, bytes: wrong }))).toBe('bad-request');
  expect(await progressOf(put({ hash, range: `bytes */${bytes.length}` }))).toEqual({
    received: 0,
    complete: false,
  });
  await send({ bytes, hash });
});

test.each([
  ['a range that cannot be read', 'bytes 5-2/10', 'bad-request'],
  ['a range of another length', 'bytes 0-99/1000', 'bad-request'],
  ['an empty scan', 'bytes */0', 'too-large'],
  ['one larger than the limit', 'bytes 0-9/99000000', 'too-large'],
])('%s is refused', async (_what, range, kind) => {
  const { hash } = newScan();
  expect(await errorKind(await put({ hash, range, bytes: Buffer.alloc(10, 1) }))).toBe(kind);
});

test('an upload is the district’s own: another one neither sees it nor gets it for its name', async () => {
  const scan = newScan();
  const other = await signedInDevice(server, 'officer-udaipur-1');
  await put({
    hash: scan.hash,
    range: `bytes 0-99/${scan.bytes.length}`,
    bytes: scan.bytes.subarray(0, 100),
  });
  const question = `bytes */${scan.bytes.length}`;
  expect(await progressOf(put({ hash: scan.hash, range: question, by: other }))).toMatchObject({
    received: 0,
  });
  const rest = `bytes 100-${scan.bytes.length - 1}/${scan.bytes.length}`;
  await put({ hash: scan.hash, range: rest, bytes: scan.bytes.subarray(100) });
  expect(await progressOf(put({ hash: scan.hash, range: question, by: other }))).toMatchObject({
    complete: false,
  });
});

async function attachmentOf(
  hash: BlobHash,
  size: number,
  change: Partial<Attachment> = {},
): Promise<Attachment> {
  const [request] = await server.data.requests('jaipur');
  if (!request) throw new Error('The seed has no request');
  return {
    id: localScanId.parse(v7()),
    requestId: request.id,
    documentId: 'item:permission',
    kind: 'permission',
    scan: { hash, size, mime: 'image/jpeg', pages: 1, masked: true },
    by: officerId.parse('officer-jaipur-1'),
    at: '2026-11-20T06:00:00.000Z',
    ...change,
  };
}

async function attach(attachment: unknown, withdrawn = false, by = device) {
  return attachmentAnswer.parse(await (await by.post('/v1/attachments', { attachment, withdrawn })).json());
}

test('an attachment comes to the desks of the district when its bytes are here, once, and leaves when taken back', async () => {
  const scan = newScan();
  const colleague = await signedInDevice(server, 'officer-jaipur-1');
  const other = await signedInDevice(server, 'officer-udaipur-1');
  const [{ cursor }, elsewhere] = await Promise.all([colleague.pull(), other.pull()]);
  const attachment = await attachmentOf(scan.hash, scan.bytes.length);
  expect(await attach(attachment)).toMatchObject({ result: 'blob-missing' });
  await send(scan);
  expect(await attach(attachment)).toMatchObject({ result: 'accepted' });
  expect(await attach(attachment)).toMatchObject({ result: 'accepted' });
  await server.data.settled();
  const first = await colleague.pull(cursor);
  expect(first.lines).toMatchObject([
    { kind: 'attachment', id: attachment.id, version: 1, body: attachment },
  ]);
  expect((await other.pull(elsewhere.cursor)).lines).toEqual([]);
  expect(await attach(attachment, true)).toMatchObject({ result: 'accepted' });
  expect(await attach(attachment)).toMatchObject({ result: 'accepted' });
  await server.data.settled();
  expect((await colleague.pull(first.cursor)).lines).toMatchObject([{ id: attachment.id, removed: true }]);
});

test('an attachment of another district, an unknown request, a stranger or an unmasked scan is refused', async () => {
  const scan = newScan();
  await send(scan);
  const of = (change: Partial<Attachment> = {}) => attachmentOf(scan.hash, scan.bytes.length, change);
  const other = await signedInDevice(server, 'officer-udaipur-1');
  expect(await attach(await of(), false, other)).toMatchObject({ reason: 'not-your-district' });
  expect(await attach(await of({ requestId: 'nobody' as never }))).toMatchObject({
    reason: 'request-unknown',
  });
  expect(await attach(await of({ by: officerId.parse('officer-udaipur-1') }))).toMatchObject({
    reason: 'officer-unknown',
  });
  const { scan: named, ...rest } = await of();
  const unmasked = { ...rest, scan: { ...named, masked: false } };
  const answer = await device.post('/v1/attachments', { attachment: unmasked, withdrawn: false });
  expect(await errorKind(answer)).toBe('bad-request');
});
