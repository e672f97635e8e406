import { officer as officerSchema } from '../../../shared/domain/master.ts';
import {
  claim as claimSchema,
  claimKind,
  type Claim,
  type ClaimRequest,
} from '../../../shared/sync/claims.ts';
import type { ServerContext } from '../context.ts';
import type { Database } from '../database/open-database.ts';
import type { PushingDevice } from '../decisions/sealed-item.ts';
import { removeItem, writeItem } from '../feed/write-item.ts';
import { ServerFailure } from '../http/server-failure.ts';

/** Long enough that a desk of the district, which asks every quarter of an hour, hears of it in time. */
export const leaseMilliseconds = 20 * 60_000;

/**
 * Takes, renews or ends a device's lease on a request, and tells the district's desks in the feed. Of two that come at
 * once the row lets one through; the other is told of it.
 * @throws ServerFailure `not-found` for a request that is not the district's.
 */
export function answerClaim(
  { database, now }: ServerContext,
  device: PushingDevice,
  { requestId, wish }: ClaimRequest,
): Promise<Claim | null> {
  const at = now();
  return database.transaction().execute(async (transaction) => {
    if (wish === 'release') return release(transaction, device, requestId, at);
    await demandRequest(transaction, device, requestId);
    const until = new Date(at.getTime() + leaseMilliseconds).toISOString();
    const row = {
      district_id: device.districtId,
      device_id: device.id,
      officer_id: device.officerId,
      until,
    };
    const taken = await transaction
      .insertInto('claims')
      .values({ request_id: requestId, ...row })
      .onConflict((conflict) =>
        conflict
          .column('request_id')
          .doUpdateSet(row)
          .where((is) =>
            is.or([
              is('claims.until', '<=', at.toISOString()),
              is('claims.device_id', '=', device.id),
              is('claims.district_id', '<>', device.districtId),
            ]),
          ),
      )
      .returning('request_id')
      .executeTakeFirst();
    const held = await claimOf(transaction, device, requestId, at);
    if (taken && held) {
      await writeItem(transaction, {
        kind: claimKind,
        id: requestId,
        districtId: device.districtId,
        body: held,
      });
    }
    return held;
  });
}

async function release(
  database: Database,
  device: PushingDevice,
  requestId: string,
  at: Date,
): Promise<Claim | null> {
  const ended = await database
    .deleteFrom('claims')
    .where('request_id', '=', requestId)
    .where('device_id', '=', device.id)
    .returning('request_id')
    .executeTakeFirst();
  if (ended) await removeItem(database, claimKind, requestId, device.districtId);
  return claimOf(database, device, requestId, at);
}

async function demandRequest(database: Database, device: PushingDevice, requestId: string): Promise<void> {
  const request = await database
    .selectFrom('feed')
    .select('id')
    .where('kind', '=', 'request')
    .where('id', '=', requestId)
    .where('district_id', '=', device.districtId)
    .where('removed', '=', false)
    .executeTakeFirst();
  if (!request) throw new ServerFailure('not-found', 'The district has no such request');
}

/** The lease that runs; nothing is told of another district's. */
async function claimOf(
  database: Database,
  device: PushingDevice,
  requestId: string,
  at: Date,
): Promise<Claim | null> {
  const row = await database
    .selectFrom('claims')
    .innerJoin('officer_accounts', 'officer_accounts.id', 'claims.officer_id')
    .select(['claims.device_id as deviceId', 'claims.until', 'officer_accounts.body'])
    .where('claims.request_id', '=', requestId)
    .where('claims.district_id', '=', device.districtId)
    .where('claims.until', '>', at.toISOString())
    .executeTakeFirst();
  if (!row) return null;
  const officer = officerSchema.parse(JSON.parse(row.body));
  const { deviceId, until } = row;
  return claimSchema.parse({ requestId, officerId: officer.id, officerName: officer.name, deviceId, until });
}
