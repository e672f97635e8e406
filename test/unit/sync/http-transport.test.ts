import type { IncomingMessage, ServerResponse } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { httpTransport } from '../../../electron/sync/http-transport.ts';
import { readText } from '../../../electron/sync/body-reader.ts';
import { limits } from '../../../shared/sync/protocol.ts';
import { answerError, answerHtml, answerJson, deadAddress, hostileServer } from './hostile-server.ts';

const schema = z.object({ name: z.string() });
const patience = { answer: 400, idle: 400 };

function callAt(baseUrl: string, signal = new AbortController().signal) {
  return httpTransport({ baseUrl, fetch, patience }).call({ path: '/v1/thing', schema, signal });
}

async function failureOf(answer: Parameters<typeof hostileServer>[0]) {
  const server = await hostileServer(answer);
  const result = await callAt(server.url);
  return result.ok ? null : result.error;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

describe('a call', () => {
  it('gives what fits the schema, and counts bytes both ways', async () => {
    const server = await hostileServer((_request, response) => answerJson(response, { name: 'राम' }));
    const transport = httpTransport({ baseUrl: server.url, fetch });
    const { signal } = new AbortController();
    expect(await transport.call({ path: '/v1/thing', body: { a: 1 }, schema, signal })).toEqual({
      ok: true,
      value: { name: 'राम' },
    });
    expect(transport.traffic()).toMatchObject({
      bytesSent: Buffer.byteLength('{"a":1}'),
      bytesReceived: Buffer.byteLength('{"name":"राम"}'),
    });
  });

  it('is offline when nothing listens', async () => {
    expect(await callAt(await deadAddress())).toMatchObject({ ok: false, error: { kind: 'offline' } });
  });

  it('counts nothing as sent where no connection came about, and all of it where one broke', async () => {
    const sentTo = async (baseUrl: string) => {
      const transport = httpTransport({ baseUrl, fetch, patience });
      const body = { text: 'x'.repeat(5000) };
      await transport.call({ path: '/v1/thing', body, schema, signal: new AbortController().signal });
      return transport.traffic().bytesSent;
    };
    expect(await sentTo(await deadAddress())).toBe(0);
    expect(await sentTo('http://no-such-host.invalid')).toBe(0);
    const breaking = await hostileServer((request) => request.on('end', () => request.destroy()).resume());
    expect(await sentTo(breaking.url)).toBeGreaterThan(5000);
    const silent = await hostileServer(() => undefined);
    expect(await sentTo(silent.url)).toBeGreaterThan(5000);
  });

  it('is offline when no answer comes, within its patience', async () => {
    expect(await failureOf(() => undefined)).toEqual({ kind: 'offline', detail: 'no-answer' });
  });

  it('is offline when the answer falls silent', async () => {
    const failure = await failureOf((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"name":');
    });
    expect(failure).toEqual({ kind: 'offline', detail: 'silence' });
  });

  it('is offline when the connection ends in the middle of a body', async () => {
    const failure = await failureOf((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
      response.write('{"name":', () => response.destroy());
    });
    expect(failure).toMatchObject({ kind: 'offline' });
  });

  it('names a page of HTML', async () => {
    expect(await failureOf((_request, response) => answerHtml(response))).toMatchObject({
      kind: 'server-nonsense',
      detail: 'content-type text/html',
    });
  });

  it('never follows a redirect', async () => {
    const elsewhere = await hostileServer((_request, response) => answerJson(response, { name: 'wrong' }));
    const failure = await failureOf((_request, response) =>
      response.writeHead(302, { location: `${elsewhere.url}/login` }).end(),
    );
    expect(failure).toEqual({ kind: 'server-nonsense', detail: 'redirect' });
    expect(elsewhere.asked).toEqual([]);
  });

  it('names cut JSON, and what does not fit, by its place', async () => {
    const cut = await failureOf((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"name":'),
    );
    expect(cut).toEqual({ kind: 'server-nonsense', detail: 'not-json' });
    expect(await failureOf((_request, response) => answerJson(response, { name: 3 }))).toEqual({
      kind: 'server-nonsense',
      detail: 'schema name',
    });
  });

  it('takes a refusal in the server’s own words only', async () => {
    expect(
      await failureOf((_request, response) => answerError(response, 'device-revoked', 403)),
    ).toMatchObject({
      kind: 'device-revoked',
    });
    expect(await failureOf((_request, response) => answerError(response, 'internal', 500))).toMatchObject({
      kind: 'server-failed',
    });
    expect(await failureOf((_request, response) => answerHtml(response, 502))).toEqual({
      kind: 'server-failed',
      detail: 'HTTP 502',
    });
    expect(await failureOf((_request, response) => answerHtml(response, 403))).toEqual({
      kind: 'server-nonsense',
      detail: 'HTTP 403',
    });
  });

  it('does not begin to read four gigabytes', async () => {
    const failure = await failureOf((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 4 * 1024 ** 3 });
      response.write('{');
    });
    expect(failure).toEqual({ kind: 'server-nonsense', detail: 'too-large' });
  });

  it('counts a gzip bomb by what comes out of it', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20));
    expect(bomb.byteLength).toBeLessThan(100_000);
    const before = process.memoryUsage().rss;
    const failure = await failureOf((_request, response) => {
      const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
      response.writeHead(200, headers).end(bomb);
    });
    expect(failure).toEqual({ kind: 'server-nonsense', detail: 'too-large' });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('compresses both ways once answers take long, and counts what went over the wire', async () => {
    const words = 'नमूना '.repeat(1000);
    const seen: { encoding: string | undefined; takes: string | undefined; body: string }[] = [];
    const server = await hostileServer((request, response) => void slowly(request, response));
    async function slowly(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const body = await bytesOf(request);
      const { 'content-encoding': encoding, 'accept-encoding': takes } = request.headers;
      const text = (encoding === undefined ? body : gunzipSync(body)).toString('utf8');
      seen.push({ encoding, takes: takes?.toString(), body: text });
      await new Promise((resolve) => setTimeout(resolve, 120));
      const answer = gzipSync(JSON.stringify({ name: words }));
      const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
      response.writeHead(200, { ...headers, 'content-length': answer.length }).end(answer);
    }
    const transport = httpTransport({ baseUrl: server.url, fetch });
    const { signal } = new AbortController();
    const call = (body: unknown) => transport.call({ path: '/v1/thing', body, schema, signal });
    expect(await call({ a: 1 })).toMatchObject({ ok: true });
    const before = transport.traffic();
    expect(before.isThin).toBe(true);
    expect(await call({ a: words })).toEqual({ ok: true, value: { name: words } });
    expect(seen.map(({ encoding, takes }) => [encoding, takes])).toEqual([
      [undefined, 'identity'],
      ['gzip', 'gzip'],
    ]);
    expect(seen[1]?.body).toBe(JSON.stringify({ a: words }));
    const { bytesSent, bytesReceived } = transport.traffic();
    expect(bytesSent - before.bytesSent).toBeLessThan(1000);
    expect(bytesReceived - before.bytesReceived).toBeLessThan(1000);
  });

  it('names a body whose compression is broken', async () => {
    const failure = await failureOf((_request, response) => {
      const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
      response.writeHead(200, headers).end(Buffer.from('no gzip at all'));
    });
    expect(failure).toMatchObject({ kind: 'server-nonsense' });
  });

  it('ends at once when it is stopped', async () => {
    const server = await hostileServer(() => undefined);
    const abort = new AbortController();
    const call = callAt(server.url, abort.signal);
    abort.abort();
    expect(await call).toEqual({ ok: false, error: { kind: 'stopped' } });
  });
});

/** Writes a character every 50 ms, for ever. */
const dripping =
  (contentType: string): Parameters<typeof hostileServer>[0] =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': contentType }).write('[');
    const drip = setInterval(() => response.write(' '), 50);
    response.on('close', () => {
      clearInterval(drip);
    });
  };

describe('an answer that drips without end', () => {
  it.each([
    ['falls behind the pace', { grace: 300, slowest: 1 }],
    ['takes too long as a whole', { whole: 300 }],
  ])('is given up as JSON when it %s', async (_why, given) => {
    const server = await hostileServer(dripping('application/json'));
    const transport = httpTransport({ baseUrl: server.url, fetch, patience: { ...patience, ...given } });
    const { signal } = new AbortController();
    expect(await transport.call({ path: '/v1/thing', schema, signal })).toEqual({
      ok: false,
      error: { kind: 'offline', detail: 'too-slow' },
    });
  });

  it('is given up as a stream', async () => {
    const server = await hostileServer(dripping('application/x-ndjson'));
    const given = { ...patience, grace: 300, whole: 10 };
    const transport = httpTransport({ baseUrl: server.url, fetch, patience: given });
    const { signal } = new AbortController();
    const maximumBytes = limits.bodyBytes;
    const opened = await transport.open({ path: '/v1/changes', contentType: /ndjson/, maximumBytes, signal });
    if (!opened.ok) throw new Error('not opened');
    expect(await readText(opened.value.body, 1000)).toEqual({
      ok: false,
      error: { kind: 'offline', detail: 'too-slow' },
    });
  });
});

it('reads a slow stream to its end: what counts is silence and pace, not duration', async () => {
  const server = await hostileServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    let left = 6;
    const drip = setInterval(() => {
      left -= 1;
      if (left > 0) return void response.write('x');
      clearInterval(drip);
      response.end();
    }, 100);
  });
  const transport = httpTransport({ baseUrl: server.url, fetch, patience });
  const { signal } = new AbortController();
  const opened = await transport.open({
    path: '/v1/changes',
    contentType: /ndjson/,
    maximumBytes: limits.bodyBytes,
    signal,
  });
  if (!opened.ok) throw new Error('not opened');
  expect(await readText(opened.value.body, 100)).toEqual({ ok: true, value: 'xxxxx' });
});
