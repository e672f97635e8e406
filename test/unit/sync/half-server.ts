import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { requestId } from '../../../shared/domain/ids.ts';
import { answerError, answerJson, hostileServer, type HostileServer } from './hostile-server.ts';

export const serverTime = '2026-11-20T10:00:00.000Z';

type Answer = (response: ServerResponse, request: IncomingMessage, url: URL) => void;

export interface HalfServerAnswers {
  changes?: Answer;
  decisions?: (response: ServerResponse, pushed: { id: string; content: string }[]) => void;
  acts?: (response: ServerResponse, pushed: { content: string }[]) => void;
  blob?: Answer;
  estimate?: Answer;
  /** Milliseconds until it opens a session. */
  sessionAfter?: number;
}

/** Opens sessions as it should, and is as hostile as a test says in the rest. */
export async function halfServer(answers: HalfServerAnswers): Promise<HostileServer> {
  return hostileServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/v1/session/challenge') {
      setTimeout(
        () => answerJson(response, { nonce: 'n'.repeat(32), serverTime }),
        answers.sessionAfter ?? 0,
      );
      return;
    }
    if (url.pathname === '/v1/session') {
      answerJson(response, { token: 't'.repeat(32), expiresAt: serverTime, serverTime });
      return;
    }
    if (url.pathname === '/v1/changes') {
      (answers.changes ?? emptyPage)(response, request, url);
      return;
    }
    if (url.pathname === '/v1/changes/estimate') {
      (answers.estimate ?? notFound)(response, request, url);
      return;
    }
    if (url.pathname.startsWith('/v1/blobs/')) {
      (answers.blob ?? notFound)(response, request, url);
      return;
    }
    if (url.pathname === '/v1/decisions') return void takeDecisions(request, response, answers);
    if (url.pathname === '/v1/transfer-acts') return void takeActs(request, response, answers);
    answerError(response, 'not-found', 404);
  });
}

async function takeDecisions(
  request: IncomingMessage,
  response: ServerResponse,
  answers: HalfServerAnswers,
): Promise<void> {
  const body = (await readJson(request)) as { decisions: { id: string; content: string }[] };
  answers.decisions?.(response, body.decisions);
}

async function takeActs(
  request: IncomingMessage,
  response: ServerResponse,
  answers: HalfServerAnswers,
): Promise<void> {
  const body = (await readJson(request)) as { acts: { content: string }[] };
  answers.acts?.(response, body.acts);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces);
  // On a busy machine the desk may take this server for one at the end of a thin link.
  const isCompressed = request.headers['content-encoding'] === 'gzip';
  return JSON.parse((isCompressed ? gunzipSync(body) : body).toString('utf8'));
}

const notFound: Answer = (response) => answerError(response, 'not-found', 404);

function emptyPage(response: ServerResponse, _request: IncomingMessage, url: URL): void {
  answerPage(response, [endLine(url.searchParams.get('cursor') ?? 'c0')]);
}

export function answerPage(response: ServerResponse, lines: string[]): void {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  response.end(lines.map((line) => `${line}\n`).join(''));
}

export function itemLine(nth: number, changes: Record<string, unknown> = {}): string {
  const id = `req-${nth}`;
  const body = sampleRequest({ id: requestId.parse(id) });
  return JSON.stringify({ cursor: `c${nth}`, kind: 'request', id, version: 1, body, ...changes });
}

export function endLine(cursor: string, changes: Record<string, unknown> = {}): string {
  return JSON.stringify({ pageEnd: true, cursor, more: false, remaining: 0, serverTime, ...changes });
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
