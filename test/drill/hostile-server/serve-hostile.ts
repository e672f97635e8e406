import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one kind of request as an attacker would. */
export interface HostileAnswers {
  changes?: (response: ServerResponse, cursor: string | null) => void;
  blob?: (response: ServerResponse) => void;
}

export interface HostileHost {
  url: string;
  /** Null: it is honest. */
  setAnswers(answers: HostileAnswers | null): void;
  /** Lines of an honest page, and the bytes of an honest scan. */
  setHonest(lines: readonly string[], scan: Buffer): void;
  close(): Promise<void>;
}

const serverTime = '2026-11-20T10:00:00.000Z';

export function pageEnd(cursor: string, changes: Record<string, unknown> = {}): string {
  return JSON.stringify({ pageEnd: true, cursor, more: false, remaining: 0, serverTime, ...changes });
}

export function sendPage(response: ServerResponse, lines: readonly string[]): void {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  response.end(lines.map((line) => `${line}\n`).join(''));
}

/** A real server on loopback that opens sessions as it should. */
export async function serveHostile(): Promise<HostileHost> {
  let hostile: HostileAnswers | null = null;
  let honest: { lines: readonly string[]; scan: Buffer } = { lines: [], scan: Buffer.alloc(0) };
  const json = (response: ServerResponse, body: unknown, status = 200) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    response.on('error', () => undefined);
    if (url.pathname === '/v1/session/challenge') json(response, { nonce: 'n'.repeat(32), serverTime });
    else if (url.pathname === '/v1/session')
      json(response, { token: 't'.repeat(32), expiresAt: serverTime, serverTime });
    else if (url.pathname === '/v1/changes') {
      const cursor = url.searchParams.get('cursor');
      if (hostile?.changes) hostile.changes(response, cursor);
      else sendPage(response, [...honest.lines, pageEnd(`honest-end`)]);
    } else if (url.pathname.startsWith('/v1/blobs/')) {
      if (hostile?.blob) hostile.blob(response);
      else response.writeHead(200, { 'content-type': 'image/jpeg' }).end(honest.scan);
    } else json(response, { error: { kind: 'not-found', message: 'not found' }, serverTime }, 404);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    setAnswers: (answers) => {
      hostile = answers;
    },
    setHonest: (lines, scan) => {
      honest = { lines, scan };
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
