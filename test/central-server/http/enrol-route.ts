import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { chainStart } from '../../../shared/domain/decision.ts';
import { officer as officerSchema } from '../../../shared/domain/master.ts';
import {
  enrolAnswer,
  enrolRequest,
  type EnrolAnswer,
  type EnrolRequest,
} from '../../../shared/sync/protocol.ts';
import { codeHash } from '../activation-code.ts';
import type { ServerContext } from '../context.ts';
import type { Database } from '../database/open-database.ts';
import { seriesOfDevice } from '../order-series.ts';
import { isPublicKey, sha256 } from '../signatures.ts';
import { parsed } from './app.ts';
import { ServerFailure } from './server-failure.ts';

export function addEnrolRoute(app: FastifyInstance, context: ServerContext): void {
  app.post('/v1/enrol', (request) => enrol(context, parsed(enrolRequest, request.body)));
}

/**
 * Binds keys to the officer of an activation code. The first answer may have been lost on its way: the same keys with
 * the same code get the same device again.
 */
async function enrol(context: ServerContext, wanted: EnrolRequest): Promise<EnrolAnswer> {
  checkKeys(wanted);
  return context.database.transaction().execute(async (database) => {
    const code = await database
      .selectFrom('activation_codes')
      .innerJoin('officer_accounts', 'officer_accounts.id', 'activation_codes.officer_id')
      .select(['code_hash', 'officer_id', 'used_by', 'device_id', 'district_id', 'body', 'revoked_at'])
      .where('code_hash', '=', codeHash(wanted.activationCode))
      .forUpdate()
      .executeTakeFirst();
    if (code === undefined)
      throw new ServerFailure('activation-code-wrong', 'There is no such activation code');
    if (code.revoked_at !== null) throw new ServerFailure('device-revoked', 'This officer was revoked');

    const keys = keysHash(wanted);
    if (code.used_by !== null && code.used_by !== keys) {
      throw new ServerFailure('activation-code-used', 'This activation code was used with other keys');
    }
    const deviceId = code.device_id ?? (await bindDevice(context, database, wanted, code, keys));
    return {
      officer: officerSchema.parse(JSON.parse(code.body)),
      district: await readDistrict(database, code.district_id),
      deviceId: enrolAnswer.shape.deviceId.parse(deviceId),
      series: await seriesOfDevice(database, code.district_id, deviceId),
      serverKey: context.identity.publicKey,
      serverTime: context.now().toISOString(),
    };
  });
}

async function bindDevice(
  { now }: ServerContext,
  database: Database,
  wanted: EnrolRequest,
  code: { code_hash: string; officer_id: string; district_id: string },
  keys: string,
): Promise<string> {
  const deviceId = `device-${randomUUID()}`;
  const at = now().toISOString();
  await database
    .insertInto('devices')
    .values({
      id: deviceId,
      officer_id: code.officer_id,
      district_id: code.district_id,
      name: wanted.deviceName.replaceAll('\0', ''),
      officer_signing_key: wanted.officerSigningKey,
      officer_sealing_key: wanted.officerSealingKey,
      device_signing_key: wanted.deviceSigningKey,
      enrolled_at: at,
      revoked_at: null,
      chain_sequence: 0,
      chain_head: chainStart,
    })
    .execute();
  await database
    .updateTable('activation_codes')
    .set({ used_at: at, used_by: keys, device_id: deviceId })
    .where('code_hash', '=', code.code_hash)
    .execute();
  return deviceId;
}

function checkKeys(wanted: EnrolRequest): void {
  const isEachRight =
    isPublicKey(wanted.officerSigningKey, 'ed25519') &&
    isPublicKey(wanted.deviceSigningKey, 'ed25519') &&
    isPublicKey(wanted.officerSealingKey, 'x25519');
  if (!isEachRight) {
    throw new ServerFailure(
      'bad-request',
      'The keys are not Ed25519, Ed25519 and X25519 in SPKI DER, base64',
    );
  }
}

function keysHash(wanted: EnrolRequest): string {
  return sha256(`${wanted.officerSigningKey}|${wanted.officerSealingKey}|${wanted.deviceSigningKey}`);
}

async function readDistrict(database: Database, id: string): Promise<EnrolAnswer['district']> {
  const row = await database
    .selectFrom('districts')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return enrolAnswer.shape.district.parse({ id: row.id, name: { hi: row.name_hi, en: row.name_en } });
}
