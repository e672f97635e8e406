import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decisionContent, sealedDecision, type SealedDecision } from '../../../shared/domain/decision.ts';
import { blobHash, requestId } from '../../../shared/domain/ids.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';

/**
 * A server of the protocol as a process of its own, whose feed has as many requests as it is told, made as they are
 * asked for: a million of them take neither time nor memory, and nothing of it is measured with the desk. Prints its
 * address and key as one JSON line.
 */
const key = generateKeyPairSync('ed25519');
const serverKey = key.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
/** How many items there are, at which place one of ten megabytes stands, and one with a scan beyond the limit. */
let feed = { total: 0, tooLong: -1, withScans: -1 };
const answers = new Map<string, unknown>();
let lastSequence = 0;

const goodScan = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(20_000, 7)]);
const goodHash = hashOf(goodScan);
/** Its content is two hundred megabytes, whatever the feed says. */
const hugeHash = hashOf(Buffer.from('huge'));
const piece = Buffer.alloc(1024 * 1024, 1);
const hugePieces = 200;

const server = createServer((request, response) => {
  response.on('error', () => undefined);
  answer(request, response).catch((error: unknown) => response.destroy(error as Error));
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}`, serverKey, goodHash, hugeHash }));
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const serverTime = new Date().toISOString();
  switch (url.pathname) {
    case '/control':
      feed = { ...feed, ...((await bodyOf(request)) as typeof feed) };
      json(response, {});
      return;
    case '/v1/session/challenge':
      json(response, { nonce: 'n'.repeat(32), serverTime });
      return;
    case '/v1/session':
      json(response, { token: 't'.repeat(32), expiresAt: serverTime, serverTime });
      return;
    case '/v1/changes':
      sendPage(
        response,
        Number(url.searchParams.get('cursor') ?? '0'),
        Number(url.searchParams.get('limit') ?? '500'),
      );
      return;
    case '/v1/decisions': {
      const { decisions } = (await bodyOf(request)) as { decisions: unknown[] };
      json(response, {
        answers: decisions.map((each) => accept(sealedDecision.parse(each), serverTime)),
        serverTime,
      });
      return;
    }
    case `/v1/blobs/${goodHash}`:
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(goodScan);
      return;
    case `/v1/blobs/${hugeHash}`:
      response.writeHead(200, { 'content-type': 'image/jpeg' });
      for (let nth = 0; nth < hugePieces && !response.destroyed; nth += 1) {
        if (!response.write(piece))
          await new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
      }
      response.end();
      return;
    default:
      json(response, { error: { kind: 'not-found', message: 'not found' }, serverTime }, 404);
  }
}

function sendPage(response: ServerResponse, from: number, limit: number): void {
  const to = Math.min(feed.total, from + limit);
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  for (let nth = from; nth < to; nth += 1) response.write(`${lineOf(nth)}\n`);
  const serverTime = new Date().toISOString();
  const end = {
    pageEnd: true,
    cursor: String(to),
    more: to < feed.total,
    remaining: feed.total - to,
    serverTime,
  };
  response.end(`${JSON.stringify(end)}\n`);
}

function lineOf(nth: number): string {
  const id = requestId.parse(`big-${String(nth).padStart(8, '0')}`);
  const scan = (hash: string) => ({
    hash: blobHash.parse(hash),
    size: goodScan.length,
    mime: 'image/jpeg' as const,
    pages: 1,
    masked: true,
  });
  const documents =
    nth === feed.withScans
      ? [
          { id: 'doc-1', kind: 'application', need: 'needed', scan: scan(goodHash) } as const,
          { id: 'doc-2', kind: 'aadhaar', need: 'needed', scan: scan(hugeHash) } as const,
        ]
      : [];
  const body = sampleRequest({
    id,
    requestNo: `MR/2026/${String(nth).padStart(8, '0')}`,
    documents: [...documents],
    ...(nth === feed.tooLong ? { reason: 'अ'.repeat(3_500_000) } : {}),
  });
  return JSON.stringify({ cursor: String(nth + 1), kind: 'request', id, version: body.version, body });
}

function accept(decision: SealedDecision, acceptedAt: string): unknown {
  const known = answers.get(decision.id);
  if (known !== undefined) return known;
  if (decision.sequence !== lastSequence + 1)
    return { id: decision.id, result: 'refused', reason: 'chain-broken', message: '', linkTaken: false };
  lastSequence = decision.sequence;
  const content = decisionContent.parse(JSON.parse(decision.content));
  const text = JSON.stringify({
    ...{ protocol: 1, decisionId: decision.id, requestId: content.requestId, acceptedAt },
    contentHash: hashOf(Buffer.from(decision.content)),
    serverSequence: decision.sequence,
    requestVersion: content.requestVersion + 1,
  });
  const signature = sign(null, Buffer.from(text), key.privateKey).toString('base64');
  const given = { id: decision.id, result: 'accepted', receipt: { text, signature } };
  answers.set(decision.id, given);
  return given;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const part of request) pieces.push(part as Buffer);
  return JSON.parse(Buffer.concat(pieces).toString('utf8'));
}

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
