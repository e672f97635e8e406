import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { limits } from '../../../shared/sync/protocol.ts';
import { pullEstimate } from '../../../shared/sync/pull-estimate.ts';
import type { ServerContext } from '../context.ts';
import { estimateFeed } from '../feed/estimate.ts';
import { feedStart, parseCursor, type Cursor } from '../feed/cursor.ts';
import { isKnownPlace, readFeedPage, type FeedPage } from '../feed/read-page.ts';
import { parsed } from './app.ts';
import { compressed, takesGzip } from './compression.ts';
import { ServerFailure } from './server-failure.ts';
import { signedIn } from './signed-in.ts';

/** `limit` is how many items a page may have; the server may give fewer, and says whether there are more. */
export const changesQuery = z.object({
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(limits.pageItems).default(500),
});

export const estimateQuery = changesQuery.pick({ cursor: true });

export function addChangesRoute(app: FastifyInstance, context: ServerContext): void {
  app.get('/v1/changes', async (request, reply) => {
    const device = await signedIn(context, request);
    const query = parsed(changesQuery, request.query);
    const after = await placeOf(context, query.cursor);
    const page = await readFeedPage(context.database, device.districtId, after, query.limit);
    const text = pageText(page, context.now());
    reply.type('application/x-ndjson; charset=utf-8');
    if (takesGzip(request)) return reply.send(await compressed(reply, [...text].join('')));
    return reply.send(Readable.from(text));
  });
  app.get('/v1/changes/estimate', async (request) => {
    const device = await signedIn(context, request);
    const { cursor } = parsed(estimateQuery, request.query);
    const after = await placeOf(context, cursor);
    const sums = await estimateFeed(context.database, device.districtId, after);
    return pullEstimate.parse({ ...sums, serverTime: context.now().toISOString() });
  });
}

async function placeOf({ database, identity }: ServerContext, text: string | undefined): Promise<Cursor> {
  if (text === undefined || text === '') return feedStart(identity.feed);
  const cursor = parseCursor(text, identity.feed);
  if (cursor === null || !(await isKnownPlace(database, cursor))) {
    throw new ServerFailure('cursor-unknown', 'This server never gave that cursor: begin without one');
  }
  return cursor;
}

const chunkCharacters = 64 * 1024;

/** In pieces of a size that the socket likes: one write for each line would cost more than the lines. */
function* pageText(page: FeedPage, now: Date): Generator<string> {
  let chunk = '';
  for (const line of page.lines) {
    chunk += `${line}\n`;
    if (chunk.length < chunkCharacters) continue;
    yield chunk;
    chunk = '';
  }
  const end = {
    pageEnd: true,
    cursor: page.cursor,
    more: page.remaining > 0,
    remaining: page.remaining,
    serverTime: now.toISOString(),
  };
  yield `${chunk}${JSON.stringify(end)}\n`;
}
