import type { FastifyInstance } from 'fastify';
import { claimRequest, type ClaimAnswer } from '../../../shared/sync/claims.ts';
import { answerClaim } from '../claims/answer-claim.ts';
import type { ServerContext } from '../context.ts';
import { parsed } from './app.ts';
import { signedIn } from './signed-in.ts';

export function addClaimsRoute(app: FastifyInstance, context: ServerContext): void {
  app.post('/v1/claims', async (request): Promise<ClaimAnswer> => {
    const device = await signedIn(context, request);
    const claim = await answerClaim(context, device, parsed(claimRequest, request.body));
    return { claim, serverTime: context.now().toISOString() };
  });
}
