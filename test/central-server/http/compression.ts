import { promisify } from 'node:util';
import { createGunzip, gzip } from 'node:zlib';
import { pipeline, Transform, type TransformCallback } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { limits } from '../../../shared/sync/protocol.ts';
import { ServerFailure } from './server-failure.ts';

const compress = promisify(gzip);

/** Shorter answers fit one packet anyhow. */
const leastCompressed = 1024;

/** Whether the client asked for it: a desk does on a thin link only. */
export function takesGzip({ headers }: FastifyRequest): boolean {
  return /(^|,)\s*gzip\b/.test(headers['accept-encoding']?.toString() ?? '');
}

/** JSON both ways, compressed where the client wishes it; what comes out of a body is bounded like a plain one. */
export function addCompression(app: FastifyInstance): void {
  app.addHook('preParsing', (request, _reply, payload, done) => {
    if (request.headers['content-encoding'] !== 'gzip') {
      done(null, payload);
      return;
    }
    delete request.headers['content-encoding'];
    delete request.headers['content-length'];
    // Whatever fails in the chain reaches the reader of its end, which answers for it.
    done(
      null,
      pipeline(payload, createGunzip(), bounded(), () => undefined),
    );
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < leastCompressed || !takesGzip(request))
      return payload;
    return compressed(reply, payload);
  });
}

/** With its length, so that a client can count what went over the wire. */
export async function compressed(reply: FastifyReply, text: string): Promise<Buffer> {
  const bytes = await compress(text);
  reply
    .header('content-encoding', 'gzip')
    .header('vary', 'accept-encoding')
    .header('content-length', bytes.length);
  return bytes;
}

function bounded(): Transform {
  let size = 0;
  return new Transform({
    transform(part: Buffer, _encoding, done: TransformCallback) {
      size += part.length;
      if (size > limits.bodyBytes)
        done(new ServerFailure('too-large', 'The body unpacks to more than is allowed'));
      else done(null, part);
    },
  });
}
