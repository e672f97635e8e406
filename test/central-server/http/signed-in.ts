import type { FastifyRequest } from 'fastify';
import type { ServerContext } from '../context.ts';
import type { PushingDevice } from '../decisions/sealed-item.ts';
import { sha256 } from '../signatures.ts';
import { ServerFailure } from './server-failure.ts';

/**
 * The device whose session a request carries.
 * @throws ServerFailure `not-authorised` without a living session, `device-revoked` when the device or its officer is.
 */
export async function signedIn(context: ServerContext, request: FastifyRequest): Promise<PushingDevice> {
  const [, token] = /^Bearer ([\w-]{16,400})$/.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined) throw new ServerFailure('not-authorised', 'No session');
  const session = await context.database
    .selectFrom('sessions')
    .select(['device_id', 'expires_at'])
    .where('token_hash', '=', sha256(token))
    .executeTakeFirst();
  if (session === undefined || session.expires_at <= context.now().toISOString()) {
    throw new ServerFailure('not-authorised', 'The session is unknown or over');
  }
  return standingDevice(context, session.device_id);
}

/** @throws ServerFailure `not-authorised` for an unknown device, `device-revoked` as above. */
export async function standingDevice({ database }: ServerContext, deviceId: string): Promise<PushingDevice> {
  const row = await database
    .selectFrom('devices')
    .innerJoin('officer_accounts', 'officer_accounts.id', 'devices.officer_id')
    .select([
      'devices.id',
      'devices.officer_id as officerId',
      'devices.district_id as districtId',
      'devices.officer_signing_key as officerSigningKey',
      'devices.device_signing_key as deviceSigningKey',
      'devices.revoked_at as deviceRevokedAt',
      'officer_accounts.revoked_at as officerRevokedAt',
    ])
    .where('devices.id', '=', deviceId)
    .executeTakeFirst();
  if (row === undefined) throw new ServerFailure('not-authorised', 'The device is not enrolled');
  const { deviceRevokedAt, officerRevokedAt, ...device } = row;
  if (deviceRevokedAt !== null) throw new ServerFailure('device-revoked', 'This device was revoked');
  if (officerRevokedAt !== null) throw new ServerFailure('device-revoked', 'This officer was revoked');
  return device;
}
