import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/result.ts';
import { limits, serverError } from '../../shared/sync/protocol.ts';
import { bodyReader, readText } from './body-reader.ts';
import { failureOfFetch, isUnconnected } from './fetch-failure.ts';
import { parseSafely } from './safe-json.ts';
import { linkSpeed, type LinkSpeed } from './link-speed.ts';
import type { SyncFailure } from './sync-failure.ts';
import {
  defaultPatience,
  type BodyReader,
  type Call,
  type JsonCall,
  type OpenAnswer,
  type OpenCall,
  type Patience,
  type Traffic,
  type Transport,
} from './transport.ts';

export type Fetch = typeof globalThis.fetch;

export interface HttpTransportOptions {
  /** From `checkServerUrl`. */
  baseUrl: string;
  fetch: Fetch;
  /** Where it differs from the default. */
  patience?: Partial<Patience>;
}

/** What a call adds to every request. */
interface Init {
  method?: 'POST' | 'PUT';
  body?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

type Counted = Pick<Traffic, 'bytesReceived' | 'bytesSent'>;

interface Opened {
  status: number;
  headers: Response['headers'];
  body: BodyReader;
}

/** Bytes a millisecond: a body on its way over a thin link is no silence. */
const slowestUpload = 4;

/** Shorter bodies fit the packet of their headers. */
const leastCompressed = 1024;

const compress = promisify(gzip);

const json = /^application\/json\b/;

/** The protocol over fetch. See `Transport` for what it promises. */
export function httpTransport(options: HttpTransportOptions): Transport {
  const traffic: Counted = { bytesReceived: 0, bytesSent: 0 };
  const speed = linkSpeed();
  const patience = { ...defaultPatience, ...options.patience };

  async function request(
    call: Call,
    init: Init,
    { bytes, whole }: { bytes: number; whole: number },
  ): Promise<Result<Opened, SyncFailure>> {
    const connection = new AbortController();
    const signal = AbortSignal.any([call.signal, connection.signal]);
    const timer = setTimeout(
      () => {
        connection.abort();
      },
      patience.answer + bytes / slowestUpload,
    );
    try {
      const headers = {
        ...init.headers,
        'accept-encoding': speed.isThin() ? 'gzip' : 'identity',
        ...(call.token ? { authorization: `Bearer ${call.token}` } : {}),
      };
      const sentAt = performance.now();
      // `manual`, so that a redirect can be told from a broken link; it is never followed.
      const response = await options.fetch(`${options.baseUrl}${call.path}`, {
        ...init,
        headers,
        signal,
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
      });
      const took = performance.now() - sentAt;
      traffic.bytesSent += bytes;
      if (bytes < leastCompressed) speed.answered(took);
      else speed.moved(bytes, took);
      const body = bodyReader(response.body?.getReader() ?? null, {
        patience,
        whole,
        signal: call.signal,
        abort: () => {
          connection.abort();
        },
        ...wireCounter(response.headers, traffic, speed),
      });
      return ok({ status: response.status, headers: response.headers, body });
    } catch (error) {
      const failure: SyncFailure = call.signal.aborted
        ? { kind: 'stopped' }
        : connection.signal.aborted
          ? { kind: 'offline', detail: 'no-answer' }
          : failureOfFetch(error);
      // How much of it left before it broke nobody tells: the limit is the office's purse, so all of it counts.
      if (!isUnconnected(failure)) traffic.bytesSent += bytes;
      return fail(failure);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async call<Schema extends z.ZodType>(call: JsonCall<Schema>) {
      const init: Init = await initOf(call, speed.isThin());
      const bytes = init.body === undefined ? 0 : Buffer.byteLength(init.body);
      const answer = await request(call, init, { bytes, whole: patience.whole });
      if (!answer.ok) return answer;
      const checked = await checkHeaders(answer.value, json, limits.bodyBytes);
      if (!checked.ok) return checked;
      return parseBody(answer.value.body, call.schema);
    },

    async open(call: OpenCall): Promise<Result<OpenAnswer, SyncFailure>> {
      const headers: Record<string, string> =
        call.fromByte === undefined ? {} : { range: `bytes=${call.fromByte}-` };
      const answer = await request(call, { headers }, { bytes: 0, whole: Infinity });
      if (!answer.ok) return answer;
      const checked = await checkHeaders(answer.value, call.contentType, call.maximumBytes);
      if (!checked.ok) return checked;
      const { status, body } = answer.value;
      return ok({ status, rangeStart: rangeStartOf(answer.value.headers), body });
    },

    traffic: () => ({ ...traffic, bytesPerSecond: speed.bytesPerSecond(), isThin: speed.isThin() }),
  };
}

/** Pieces of scans are compressed already. */
async function initOf(
  { body, json: bytes, content }: Pick<JsonCall<z.ZodType>, 'body' | 'json' | 'content'>,
  isThin: boolean,
) {
  if (bytes) return postOf(bytes, isThin);
  if (!content) return body === undefined ? {} : postOf(JSON.stringify(body), isThin);
  const headers = { 'content-type': 'application/octet-stream', 'content-range': content.range };
  return { method: 'PUT', body: new Uint8Array(content.bytes), headers } satisfies Init;
}

async function postOf(text: string | Uint8Array<ArrayBuffer>, isThin: boolean): Promise<Init> {
  const type = { 'content-type': 'application/json' };
  if (!isThin || text.length < leastCompressed) return { method: 'POST', body: text, headers: type };
  const body = new Uint8Array(await compress(text));
  return { method: 'POST', body, headers: { ...type, 'content-encoding': 'gzip' } };
}

/**
 * Counts what came over the wire. Of a compressed body that is what the server declared; where it declared nothing, and
 * of one that came as it is, the bytes themselves.
 */
function wireCounter(headers: Response['headers'], traffic: Counted, speed: LinkSpeed) {
  const declared =
    headers.get('content-encoding') === null ? 0 : Number(headers.get('content-length') ?? '0');
  const isDeclared = Number.isSafeInteger(declared) && declared > 0;
  let bytes = isDeclared ? declared : 0;
  if (isDeclared) traffic.bytesReceived += declared;
  return {
    received(length: number): void {
      if (isDeclared) return;
      bytes += length;
      traffic.bytesReceived += length;
    },
    ended: (waited: number) => speed.moved(bytes, waited),
  };
}

/** Lets a 2xx answer of the right type and size pass; reads and names everything else, and closes it. */
async function checkHeaders(
  answer: Opened,
  contentType: RegExp,
  maximumBytes: number,
): Promise<Result<null, SyncFailure>> {
  const { status, headers, body } = answer;
  if (status < 200 || status > 299) {
    const failure = await failureOfStatus(answer);
    await body.close();
    return fail(failure);
  }
  const problem = problemOf(headers, contentType, maximumBytes);
  if (problem === null) return ok(null);
  await body.close();
  return fail({ kind: 'server-nonsense', detail: problem });
}

function problemOf(headers: Response['headers'], contentType: RegExp, maximumBytes: number): string | null {
  const type = headers.get('content-type') ?? '';
  if (!contentType.test(type)) return `content-type ${type.slice(0, 60)}`;
  const declared = Number(headers.get('content-length') ?? '0');
  return declared > maximumBytes ? 'too-large' : null;
}

/** The server's own error object, or a proxy's 5xx; anything else outside 2xx is somebody else speaking. */
async function failureOfStatus({ status, headers, body }: Opened): Promise<SyncFailure> {
  if (status === 0 || (status >= 300 && status <= 399))
    return { kind: 'server-nonsense', detail: 'redirect' };
  const problem = problemOf(headers, json, errorBytes);
  const parsed = problem === null ? await parseBody(body, serverError, errorBytes) : null;
  if (!parsed?.ok) {
    const kind = status >= 500 ? 'server-failed' : 'server-nonsense';
    return { kind, detail: `HTTP ${status}` };
  }
  const { kind } = parsed.value.error;
  const { leave } = parsed.value;
  const detail = `HTTP ${status}`;
  if (kind === 'internal') return { kind: 'server-failed', detail };
  return kind === 'device-revoked' && leave ? { kind, detail, leave } : { kind, detail };
}

const errorBytes = 64 * 1024;

async function parseBody<Schema extends z.ZodType>(
  body: BodyReader,
  schema: Schema,
  maximumBytes: number = limits.bodyBytes,
): Promise<Result<z.infer<Schema>, SyncFailure>> {
  const text = await readText(body, maximumBytes);
  if (!text.ok) return text;
  const parsed = parseSafely(text.value);
  if (!parsed.ok) return fail({ kind: 'server-nonsense', detail: parsed.error });
  const checked = schema.safeParse(parsed.value);
  if (checked.success) return ok(checked.data);
  const where = checked.error.issues[0]?.path.join('.') ?? '';
  return fail({ kind: 'server-nonsense', detail: `schema ${where}`.trim().slice(0, 120) });
}

function rangeStartOf(headers: Response['headers']): number | null {
  const match = /^bytes (\d+)-/.exec(headers.get('content-range') ?? '');
  return match ? Number(match[1]) : null;
}
