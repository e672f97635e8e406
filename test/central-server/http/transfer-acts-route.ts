import type { FastifyInstance } from 'fastify';
import { transferActsRequest, type TransferActsAnswer } from '../../../shared/sync/protocol.ts';
import type { ServerContext } from '../context.ts';
import { acceptActs } from '../transfers/accept-acts.ts';
import { parsed } from './app.ts';
import { signedInToSend } from './signed-in.ts';

export function addTransferActsRoute(app: FastifyInstance, context: ServerContext): void {
  app.post('/v1/transfer-acts', async (request): Promise<TransferActsAnswer> => {
    const device = await signedInToSend(context, request);
    const { acts } = parsed(transferActsRequest, request.body);
    const answers = await acceptActs(context, device, acts);
    return { answers, serverTime: context.now().toISOString() };
  });
}
