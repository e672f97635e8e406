import type { z } from 'zod';
import { fail, ok, type Result } from '../../shared/result.ts';
import { limits, serverError } from '../../shared/sync/protocol.ts';
import { bodyReader, readText } from './body-reader.ts';
import { failureOfFetch } from './fetch-failure.ts';
import { parseSafely } from './safe-json.ts';
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
  method?: 'POST';
  body?: string;
  headers?: Record<string, string>;
}

interface Opened {
  status: number;
  headers: Response['headers'];
  body: BodyReader;
}

/** Bytes a millisecond: a body on its way over a thin link is no silence. */
const slowestUpload = 4;

const json = /^application\/json\b/;

/** The protocol over fetch. See `Transport` for what it promises. */
export function httpTransport(options: HttpTransportOptions): Transport {
  const traffic: Traffic = { bytesReceived: 0, bytesSent: 0 };
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
      const headers = { ...init.headers, ...(call.token ? { authorization: `Bearer ${call.token}` } : {}) };
      // `manual`, so that a redirect can be told from a broken link; it is never followed.
      const response = await options.fetch(`${options.baseUrl}${call.path}`, {
        ...init,
        headers,
        signal,
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
      });
      const body = bodyReader(response.body?.getReader() ?? null, {
        patience,
        whole,
        signal: call.signal,
        abort: () => {
          connection.abort();
        },
        received: (bytes) => {
          traffic.bytesReceived += bytes;
        },
      });
      return ok({ status: response.status, headers: response.headers, body });
    } catch (error) {
      if (call.signal.aborted) return fail({ kind: 'stopped' });
      if (connection.signal.aborted) return fail({ kind: 'offline', detail: 'no-answer' });
      return fail(failureOfFetch(error));
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async call<Schema extends z.ZodType>(call: JsonCall<Schema>) {
      const text = call.body === undefined ? null : JSON.stringify(call.body);
      const bytes = text === null ? 0 : Buffer.byteLength(text);
      traffic.bytesSent += bytes;
      const init = text === null ? {} : postOf(text);
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

    traffic: () => ({ ...traffic }),
  };
}

function postOf(text: string): Init {
  return { method: 'POST', body: text, headers: { 'content-type': 'application/json' } };
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
  return kind === 'internal'
    ? { kind: 'server-failed', detail: `HTTP ${status}` }
    : { kind, detail: `HTTP ${status}` };
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
