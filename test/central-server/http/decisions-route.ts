import type { FastifyInstance } from 'fastify';
import { pushRequest, type PushAnswer } from '../../../shared/sync/protocol.ts';
import type { ServerContext } from '../context.ts';
import { pushDecisions } from '../decisions/push.ts';
import { parsed } from './app.ts';
import { signedInToSend } from './signed-in.ts';

export function addDecisionsRoute(app: FastifyInstance, context: ServerContext): void {
  app.post('/v1/decisions', async (request): Promise<PushAnswer> => {
    const device = await signedInToSend(context, request);
    const { decisions } = parsed(pushRequest, request.body);
    const answers = await pushDecisions(context, device, decisions);
    return { answers, serverTime: context.now().toISOString() };
  });
}
