import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import {
  challengeRequest,
  challengeText,
  sessionRequest,
  type SessionAnswer,
  type challengeAnswer,
} from '../../../shared/sync/protocol.ts';
import type { ServerContext } from '../context.ts';
import { isSigned, sha256 } from '../signatures.ts';
import { parsed } from './app.ts';
import { ServerFailure } from './server-failure.ts';
import { sendingDevice } from './signed-in.ts';

const challengeMinutes = 5;
const sessionMinutes = 60;

export function addSessionRoutes(app: FastifyInstance, context: ServerContext): void {
  app.post('/v1/session/challenge', (request) =>
    challenge(context, parsed(challengeRequest, request.body).deviceId),
  );
  app.post('/v1/session', (request) => openSession(context, parsed(sessionRequest, request.body)));
}

async function challenge(context: ServerContext, deviceId: string): Promise<z.infer<typeof challengeAnswer>> {
  const device = await sendingDevice(context, storable(deviceId));
  const nonce = randomBytes(32).toString('base64url');
  const now = context.now();
  await context.database.deleteFrom('challenges').where('expires_at', '<=', now.toISOString()).execute();
  await context.database
    .insertInto('challenges')
    .values({
      nonce_hash: sha256(nonce),
      device_id: device.id,
      expires_at: minutesAfter(now, challengeMinutes),
    })
    .execute();
  return { nonce, serverTime: now.toISOString() };
}

/** A nonce is good once: it is gone before its signature is looked at. */
async function openSession(
  context: ServerContext,
  proof: z.infer<typeof sessionRequest>,
): Promise<SessionAnswer> {
  const { database } = context;
  const now = context.now();
  const used = await database
    .deleteFrom('challenges')
    .where('nonce_hash', '=', sha256(proof.nonce))
    .where('device_id', '=', storable(proof.deviceId))
    .returning('expires_at')
    .executeTakeFirst();
  if (used === undefined || used.expires_at <= now.toISOString()) {
    throw new ServerFailure('not-authorised', 'The challenge is unknown, used or over');
  }
  const device = await sendingDevice(context, proof.deviceId);
  if (!isSigned(challengeText(proof.nonce), proof.signature, device.deviceSigningKey)) {
    throw new ServerFailure('not-authorised', "The challenge is not signed by this device's key");
  }
  const token = randomBytes(32).toString('base64url');
  const expiresAt = minutesAfter(now, sessionMinutes);
  await database.deleteFrom('sessions').where('expires_at', '<=', now.toISOString()).execute();
  await database
    .insertInto('sessions')
    .values({ token_hash: sha256(token), device_id: device.id, expires_at: expiresAt })
    .execute();
  return { token, expiresAt, serverTime: now.toISOString() };
}

/** PostgreSQL's text has no U+0000. */
function storable(id: string): string {
  if (id.includes('\0')) throw new ServerFailure('bad-request', 'Not a device id');
  return id;
}

function minutesAfter(moment: Date, minutes: number): string {
  return new Date(moment.getTime() + minutes * 60_000).toISOString();
}
