import type { FastifyRequest } from 'fastify';
import type { ServerContext } from '../context.ts';
import type { PushingDevice } from '../decisions/sealed-item.ts';
import { isGraceOver, leaveOrderFor, type LeavingDevice } from '../leaving.ts';
import { sha256 } from '../signatures.ts';
import { ServerFailure } from './server-failure.ts';

/**
 * The device whose session a request carries.
 * @throws ServerFailure `not-authorised` without a living session, `device-revoked` with the order to leave when it is to.
 */
export async function signedIn(context: ServerContext, request: FastifyRequest): Promise<PushingDevice> {
  return standingDevice(context, await deviceOfSession(context, request));
}

/** As `signedIn`, for what a leaving device may still do. @throws as `signedIn`, `device-revoked` after the grace. */
export async function signedInToSend(
  context: ServerContext,
  request: FastifyRequest,
): Promise<PushingDevice> {
  return sendingDevice(context, await deviceOfSession(context, request));
}

/** @throws ServerFailure `not-authorised` for an unknown device, `device-revoked` as above. */
export async function standingDevice(context: ServerContext, deviceId: string): Promise<PushingDevice> {
  const { device, leaving } = await readDevice(context, deviceId);
  if (leaving) throw refusal(context, deviceId, leaving);
  return device;
}

/** Also one that leaves, until its grace is over. @throws as `standingDevice`. */
export async function sendingDevice(context: ServerContext, deviceId: string): Promise<PushingDevice> {
  const { device, leaving } = await readDevice(context, deviceId);
  if (leaving && isGraceOver(leaving, context.now())) throw refusal(context, deviceId, leaving);
  return leaving ? { ...device, leaving } : device;
}

function refusal(context: ServerContext, deviceId: string, leaving: LeavingDevice): ServerFailure {
  const order = leaveOrderFor(context, deviceId, leaving);
  return new ServerFailure('device-revoked', messages[leaving.why], order);
}

const messages: Record<LeavingDevice['why'], string> = {
  'device-revoked': 'This device was revoked',
  'officer-revoked': 'This officer was revoked',
  'officer-reassigned': 'This officer went to another district',
};

async function deviceOfSession(context: ServerContext, request: FastifyRequest): Promise<string> {
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
  return session.device_id;
}

async function readDevice(
  { database }: ServerContext,
  deviceId: string,
): Promise<{ device: PushingDevice; leaving: LeavingDevice | null }> {
  const row = await database
    .selectFrom('devices')
    .innerJoin('officer_accounts', 'officer_accounts.id', 'devices.officer_id')
    .select([
      'devices.id',
      'devices.officer_id as officerId',
      'devices.district_id as districtId',
      'devices.officer_signing_key as officerSigningKey',
      'devices.device_signing_key as deviceSigningKey',
      'devices.enrolled_at as enrolledAt',
      'devices.revoked_at as deviceRevokedAt',
      'officer_accounts.revoked_at as officerRevokedAt',
      'officer_accounts.district_id as officerDistrictId',
      'officer_accounts.moved_at as movedAt',
    ])
    .where('devices.id', '=', deviceId)
    .executeTakeFirst();
  if (row === undefined) throw new ServerFailure('not-authorised', 'The device is not enrolled');
  const { enrolledAt, deviceRevokedAt, officerRevokedAt, officerDistrictId, movedAt, ...device } = row;
  const hasMoved = officerDistrictId !== device.districtId;
  const leaving: LeavingDevice | null =
    deviceRevokedAt !== null
      ? { why: 'device-revoked', since: deviceRevokedAt }
      : officerRevokedAt !== null
        ? { why: 'officer-revoked', since: officerRevokedAt }
        : hasMoved
          ? { why: 'officer-reassigned', since: movedAt ?? enrolledAt }
          : null;
  return { device, leaving };
}
