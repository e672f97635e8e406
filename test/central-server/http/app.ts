import Fastify, { type FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { LeaveOrder } from '../../../shared/sync/leave-order.ts';
import { healthAnswer, limits, type ServerError } from '../../../shared/sync/protocol.ts';
import type { ServerContext } from '../context.ts';
import { addAttachmentsRoute } from './attachments-route.ts';
import { addBlobRoutes } from './blob-routes.ts';
import { addChainRoute } from './chain-route.ts';
import { addChangesRoute } from './changes-route.ts';
import { addClaimsRoute } from './claims-route.ts';
import { addCompression } from './compression.ts';
import { addDecisionsRoute } from './decisions-route.ts';
import { addEnrolRoute } from './enrol-route.ts';
import { addFaults, type FaultPoint } from './faults.ts';
import { ServerFailure, statusOf, type FailureKind } from './server-failure.ts';
import { addSessionRoutes } from './session-routes.ts';
import { addTransferActsRoute } from './transfer-acts-route.ts';

/** The server without its port. Every answer outside 2xx is a `serverError`, whatever failed. */
export function buildApp(context: ServerContext, faults: FaultPoint): FastifyInstance {
  const app = Fastify({ bodyLimit: limits.bodyBytes, forceCloseConnections: true, exposeHeadRoutes: false });
  const bodyOf = (kind: FailureKind, message: string, leave: LeaveOrder | null = null): ServerError => ({
    error: { kind, message: message.slice(0, 2000) },
    ...(leave && { leave }),
    serverTime: context.now().toISOString(),
  });

  app.setErrorHandler((error, _request, reply) => {
    const { kind, message } = failureOf(error);
    const leave = error instanceof ServerFailure ? error.leave : null;
    return reply.code(statusOf(kind)).send(bodyOf(kind, message, leave));
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(bodyOf('not-found', 'The protocol has no such path')),
  );

  // Before the faults: what they cut is what goes over the wire.
  addCompression(app);
  addFaults(app, faults);
  app.get('/v1/health', () =>
    healthAnswer.parse({
      service: 'migration-desk-central',
      protocol: 1,
      serverTime: context.now().toISOString(),
    }),
  );
  addEnrolRoute(app, context);
  addSessionRoutes(app, context);
  addChangesRoute(app, context);
  addDecisionsRoute(app, context);
  addChainRoute(app, context);
  addTransferActsRoute(app, context);
  addClaimsRoute(app, context);
  addBlobRoutes(app, context);
  addAttachmentsRoute(app, context);
  return app;
}

/** @throws ServerFailure `bad-request`, naming the fields but none of their content. */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`);
  throw new ServerFailure('bad-request', `Not of the protocol's form (${fields.slice(0, 5).join('; ')})`);
}

/** What is not meant for the client stays here: an unexpected error's text may hold data. */
function failureOf(error: unknown): { kind: FailureKind; message: string } {
  if (error instanceof ServerFailure) return { kind: error.kind, message: error.message };
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  if (status === 413) return { kind: 'too-large', message: 'The body is larger than the protocol allows' };
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return { kind: 'bad-request', message: 'The request could not be read' };
  }
  console.error('The central server failed:', error);
  return { kind: 'internal', message: 'The server failed; nothing was changed' };
}
