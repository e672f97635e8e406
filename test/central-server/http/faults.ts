import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ServerFailure } from './server-failure.ts';

/**
 * What a test makes go wrong with one answer.
 * - `html`: a page of some captive portal, status 200, and the server never saw the request
 * - `drop`: the connection ends before the server saw the request
 * - `drop-answer`: the server did the work and committed, then the connection ends without an answer
 * - `cut`: the work is done, the answer breaks off in the middle (of a line, of a blob)
 * - `wrong-bytes`: the answer has its full length, one byte in the middle differs
 * - `bad-json`: the answer is text that is no JSON
 * - `500`: a `serverError` of kind `internal`, and nothing was done
 * - `502`: HTML from a gateway, and nothing was done
 */
export type Fault =
  'none' | 'html' | 'drop' | 'drop-answer' | 'cut' | 'wrong-bytes' | 'bad-json' | '500' | '502';

export interface FaultedRequest {
  method: string;
  /** With `/v1`, without the query. */
  path: string;
  /** How many requests the server had, this one included, since it started. */
  count: number;
}

/** Asked once for each request. May wait before it answers: then the request is slow. */
export type FaultHook = (request: FaultedRequest) => Fault | Promise<Fault>;

export interface FaultPoint {
  hook: FaultHook | null;
}

const portalPage = '<!doctype html><html><body><h1>Sign in to the network</h1></body></html>';
const gatewayPage = '<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>';

export function addFaults(app: FastifyInstance, point: FaultPoint): void {
  const pending = new WeakMap<FastifyRequest, Fault>();
  let count = 0;

  app.addHook('onRequest', async (request, reply) => {
    count += 1;
    const path = request.url.split('?')[0] ?? '';
    const fault = (await point.hook?.({ method: request.method, path, count })) ?? 'none';
    pending.set(request, fault);
    return failBefore(fault, request, reply);
  });
  app.addHook('onSend', async (request, reply, payload) =>
    failAfter(pending.get(request) ?? 'none', request, reply, payload),
  );
}

async function failBefore(
  fault: Fault,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  switch (fault) {
    case 'html':
      return reply.code(200).type('text/html').send(portalPage);
    case '502':
      return reply.code(502).type('text/html').send(gatewayPage);
    case '500':
      throw new ServerFailure('internal', 'A fault that a test asked for');
    case 'drop':
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    case 'none':
    case 'drop-answer':
    case 'cut':
    case 'wrong-bytes':
    case 'bad-json':
      return undefined;
  }
}

async function failAfter(
  fault: Fault,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  switch (fault) {
    case 'drop-answer':
      request.raw.socket.destroy();
      return payload;
    case 'bad-json':
      reply.removeHeader('content-length').removeHeader('content-encoding');
      return '{"this is": no JSON';
    case 'wrong-bytes': {
      const bytes = await wholeOf(payload);
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
      return bytes;
    }
    case 'cut':
      return cutShort(await wholeOf(payload), request, reply);
    case 'none':
    case 'html':
    case '502':
    case '500':
    case 'drop':
      return payload;
  }
}

/** Promises the whole length and ends the connection half-way, in the middle of a line. */
function cutShort(bytes: Buffer, request: FastifyRequest, reply: FastifyReply): Readable {
  reply.header('content-length', bytes.length);
  return Readable.from(
    (async function* half() {
      yield beforeMiddle(bytes);
      // Time for the first half to leave: a destroyed socket drops what is still queued.
      await new Promise((resolve) => setTimeout(resolve, 30));
      request.raw.socket.destroy();
    })(),
  );
}

function beforeMiddle(bytes: Buffer): Buffer {
  const middle = Math.floor(bytes.length / 2);
  const isLineBreak = bytes[middle - 1] === 0x0a;
  return bytes.subarray(0, isLineBreak ? middle + 1 : middle);
}

async function wholeOf(payload: unknown): Promise<Buffer> {
  if (payload instanceof Readable) {
    const parts: Buffer[] = [];
    for await (const part of payload) parts.push(Buffer.from(part as Buffer | string));
    return Buffer.concat(parts);
  }
  if (typeof payload === 'string') return Buffer.from(payload);
  return Buffer.isBuffer(payload) ? payload : Buffer.alloc(0);
}
