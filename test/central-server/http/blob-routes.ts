import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { blobPath, limits } from '../../../shared/sync/protocol.ts';
import { blobProgress } from '../../../shared/sync/attachments.ts';
import { keepBlob } from '../blobs/keep-blob.ts';
import { receivePiece } from '../blobs/receive-piece.ts';
import type { ServerContext } from '../context.ts';
import { sha256 } from '../signatures.ts';
import { parsed } from './app.ts';
import { parseContentRange } from './content-range.ts';
import { parseRange } from './range.ts';
import { ServerFailure } from './server-failure.ts';
import { signedIn } from './signed-in.ts';

export function addBlobRoutes(app: FastifyInstance, context: ServerContext): void {
  app.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: limits.blobBytes },
    (_request, body, done) => {
      done(null, body);
    },
  );
  app.get('/v1/blobs/:hash', (request, reply) => sendBlob(context, request, reply));
  app.head('/v1/blobs/:hash', (request, reply) => sendBlob(context, request, reply));
  app.put('/v1/blobs/:hash', { bodyLimit: limits.blobBytes }, (request, reply) =>
    receiveBlob(context, request, reply),
  );
}

/** A blob is seen by the districts whose requests carry it; to others it does not exist. */
async function sendBlob(
  context: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const device = await signedIn(context, request);
  const { hash } = parsed(blobPath, request.params);
  const access = await context.database
    .selectFrom('blob_access')
    .select('mime')
    .where('hash', '=', hash)
    .where('district_id', '=', device.districtId)
    .executeTakeFirst();
  const size = access ? await context.blobs.size(hash) : null;
  if (access === undefined || size === null) throw new ServerFailure('not-found', 'There is no such blob');

  reply.type(access.mime).header('accept-ranges', 'bytes').header('etag', `"${hash}"`);
  const range = parseRange(request.headers.range, size);
  if (range === 'unsatisfiable') {
    reply.header('content-range', `bytes */${size}`).code(416);
    return reply.type('application/json').send({
      error: { kind: 'bad-request', message: 'The range lies outside the blob' },
      serverTime: context.now().toISOString(),
    });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range) reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`);
  reply.header('content-length', end - start + 1);
  return request.method === 'HEAD' ? reply.send() : reply.send(context.blobs.read(hash, start, end));
}

async function receiveBlob(
  context: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const device = await signedIn(context, request);
  const { hash } = parsed(blobPath, request.params);
  const range = parseContentRange(request.headers['content-range']);
  if (range === 'unreadable') throw new ServerFailure('bad-request', 'The content range cannot be read');
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (range) {
    const part = { districtId: device.districtId, hash, size: range.size };
    const progress = await receivePiece(context, part, range, bytes);
    return reply.send(blobProgress.parse({ ...progress, serverTime: context.now().toISOString() }));
  }
  if (bytes.length === 0) throw new ServerFailure('bad-request', 'No bytes');
  if (sha256(bytes) !== hash) throw new ServerFailure('bad-request', 'The bytes do not hash to the name');
  await keepBlob(context, { hash, districtId: device.districtId }, bytes);
  return reply.code(204).send();
}
