import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { ChangeLine, PushAnswerItem } from '../../../shared/sync/protocol.ts';
import type { PullEstimate } from '../../../shared/sync/pull-estimate.ts';

export interface LoopbackServer {
  url: string;
  /** As before the first round of changes. */
  reset(): void;
  close(): void;
}

/** What the server holds, all made before anything is measured. */
export interface Holdings {
  first: readonly ChangeLine[];
  rounds: readonly (readonly ChangeLine[])[];
  answers: readonly PushAnswerItem[];
}

interface Held {
  places: Map<string, number>;
  cursors: string[];
  lines: Buffer[];
  documents: unknown[];
}

/**
 * Speaks the protocol's first version from memory, so that no contestant waits for a database of the server's: pages
 * are cut from lines that are bytes already, receipts were signed before. Beside it: a pull and a push of documents
 * for RxDB's replication, and what the bench itself asks for (`/bench/…`).
 */
export async function startLoopbackServer({ first, rounds, answers }: Holdings): Promise<LoopbackServer> {
  const held = heldOf([...first, ...rounds.flat()]);
  const answerTexts = new Map(answers.map((answer) => [answer.id, JSON.stringify(answer)]));
  const sockets = new Set<Socket>();
  let published = 0;
  const until = () => first.length + rounds.slice(0, published).flat().length;

  function respond(
    path: string,
    query: URLSearchParams,
    body: string,
  ): { type: string; bytes: string | Buffer } {
    const json = (value: unknown) => ({ type: 'application/json', bytes: JSON.stringify(value) });
    const serverTime = new Date().toISOString();
    switch (path) {
      case '/v1/session/challenge':
        return json({ nonce: 'n'.repeat(43), serverTime });
      case '/v1/session':
        return json({ token: 't'.repeat(43), expiresAt: '2099-01-01T00:00:00.000Z', serverTime });
      case '/v1/changes':
        return { type: 'application/x-ndjson', bytes: pageOf(held, query, until(), serverTime) };
      case '/v1/changes/estimate':
        return json(estimateOf(held, query, until(), serverTime));
      case '/v1/decisions':
        return { type: 'application/json', bytes: answersTo(body, answerTexts, serverTime) };
      case '/rxdb/pull':
        return json(documentsOf(held, query, until()));
      case '/rxdb/push':
        return json(conflictsOf(JSON.parse(body)));
      case '/bench/publish':
        published += 1;
        return json(rounds[published - 1]?.map((line) => line.body) ?? []);
      case '/bench/first':
        return json(first.map((line) => line.body));
      case '/bench/bytes':
        return json(bytesOf(sockets));
      default:
        throw new Error(`The loopback server has no ${path}`);
    }
  }

  const server = createServer((request, answer) => {
    void textOf(request).then((body) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const { type, bytes } = respond(pathname, searchParams, body);
      answer.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(bytes) });
      answer.end(bytes);
    });
  });
  server.on('connection', (socket: Socket) => void sockets.add(socket));
  // A contestant is busy for longer than the usual five seconds between two of its requests.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reset() {
      published = 0;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function heldOf(lines: readonly ChangeLine[]): Held {
  return {
    places: new Map(lines.map((line, index) => [line.cursor, index])),
    cursors: lines.map((line) => line.cursor),
    lines: lines.map((line) => Buffer.from(`${JSON.stringify(line)}\n`)),
    documents: lines.map((line) => line.body),
  };
}

function placeAfter(held: Held, cursor: string | null): number {
  return cursor === null ? 0 : (held.places.get(cursor) ?? -1) + 1;
}

function pageOf(held: Held, query: URLSearchParams, until: number, serverTime: string): Buffer {
  const asked = query.get('cursor');
  const from = placeAfter(held, asked);
  const to = Math.min(until, from + Number(query.get('limit')));
  const last = held.cursors[to - 1] ?? asked;
  const end = { pageEnd: true, cursor: last, more: to < until, remaining: until - to, serverTime };
  return Buffer.concat([...held.lines.slice(from, to), Buffer.from(`${JSON.stringify(end)}\n`)]);
}

function estimateOf(held: Held, query: URLSearchParams, until: number, serverTime: string): PullEstimate {
  const lines = held.lines.slice(placeAfter(held, query.get('cursor')), until);
  const bytes = lines.reduce((sum, line) => sum + line.length, 0);
  return { items: lines.length, bytes, scans: 0, scanBytes: 0, serverTime };
}

function answersTo(body: string, answers: ReadonlyMap<string, string>, serverTime: string): string {
  const { decisions } = JSON.parse(body) as { decisions: { id: string }[] };
  const texts = decisions.map(({ id }) => answers.get(id) ?? 'null');
  return `{"answers":[${texts.join(',')}],"serverTime":"${serverTime}"}`;
}

function documentsOf(held: Held, query: URLSearchParams, until: number) {
  const from = Number(query.get('after'));
  const to = Math.min(until, from + Number(query.get('limit')));
  return { documents: held.documents.slice(from, to), checkpoint: { after: to } };
}

/** RxDB is told of none: every document is taken as it comes. */
function conflictsOf(_documents: unknown): unknown[] {
  return [];
}

/** Since the start, headers too: what went over the sockets. */
function bytesOf(sockets: ReadonlySet<Socket>) {
  let [received, sent] = [0, 0];
  for (const socket of sockets) {
    received += socket.bytesWritten;
    sent += socket.bytesRead;
  }
  return { bytes: received + sent };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
