import type { FastifyInstance } from 'fastify';
import { attachmentAnswer, attachmentRequest } from '../../../shared/sync/attachments.ts';
import { answerAttachment } from '../attachments/answer-attachment.ts';
import type { ServerContext } from '../context.ts';
import { parsed } from './app.ts';
import { signedIn } from './signed-in.ts';

export function addAttachmentsRoute(app: FastifyInstance, context: ServerContext): void {
  app.post('/v1/attachments', async (request) => {
    const device = await signedIn(context, request);
    const answer = await answerAttachment(
      context,
      device.districtId,
      parsed(attachmentRequest, request.body),
    );
    return attachmentAnswer.parse({ ...answer, serverTime: context.now().toISOString() });
  });
}
