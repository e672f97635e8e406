import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

export interface HostileServer {
  url: string;
  /** Path and query of each request, in order. */
  asked: string[];
  headers: IncomingMessage['headers'][];
  close(): Promise<void>;
}

const open: HostileServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** A real HTTP server on loopback that answers as it is told; closed after the test. */
export async function hostileServer(answer: RequestListener): Promise<HostileServer> {
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    headers.push(request.headers);
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const made: HostileServer = {
    url: `http://127.0.0.1:${port}`,
    asked,
    headers,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  open.push(made);
  return made;
}

export function answerJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export function answerError(response: ServerResponse, kind: string, status: number): void {
  answerJson(response, { error: { kind, message: kind }, serverTime: '2026-11-20T10:00:00.000Z' }, status);
}

export function answerHtml(response: ServerResponse, status = 200): void {
  response
    .writeHead(status, { 'content-type': 'text/html' })
    .end('<html><body>Log in to the network</body></html>');
}

/** An address on which nothing listens. */
export async function deadAddress(): Promise<string> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}
