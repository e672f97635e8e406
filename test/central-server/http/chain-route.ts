import type { FastifyInstance } from 'fastify';
import { chainRequest, type ChainAnswer } from '../../../shared/sync/chain.ts';
import type { ServerContext } from '../context.ts';
import { readChain } from '../decisions/read-chain.ts';
import { parsed } from './app.ts';
import { signedInToSend } from './signed-in.ts';

export function addChainRoute(app: FastifyInstance, context: ServerContext): void {
  app.post('/v1/chain', async (request): Promise<ChainAnswer> => {
    const device = await signedInToSend(context, request);
    return readChain(context, device.id, parsed(chainRequest, request.body).after);
  });
}
