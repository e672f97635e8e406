import type { OrderSeries } from '../../shared/domain/order-number.ts';
import { orderSeries } from '../../shared/domain/order-number.ts';
import type { Database } from './database/open-database.ts';

/** Without X: desks that were enrolled before there were series name theirs with it. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWYZ';

/** The n-th series of a district, from 0: A to Z without X, then A1 to Z1, A2 … */
export function seriesOfPlace(place: number): OrderSeries {
  const letter = letters.charAt(place % letters.length);
  const round = Math.floor(place / letters.length);
  return orderSeries.parse(round === 0 ? letter : `${letter}${String(round)}`);
}

/**
 * The series of a device: the one it has, or the district's next, in the caller's transaction. The district's row is
 * held meanwhile, so that two devices never get the same; a revoked device keeps its own for ever.
 */
export async function seriesOfDevice(
  database: Database,
  districtId: string,
  deviceId: string,
): Promise<OrderSeries> {
  await database
    .selectFrom('districts')
    .select('id')
    .where('id', '=', districtId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const own = await database
    .selectFrom('order_series')
    .select('series')
    .where('device_id', '=', deviceId)
    .executeTakeFirst();
  if (own) return orderSeries.parse(own.series);
  const last = await database
    .selectFrom('order_series')
    .select('place')
    .where('district_id', '=', districtId)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
  const place = last === undefined ? 0 : last.place + 1;
  const series = seriesOfPlace(place);
  await database
    .insertInto('order_series')
    .values({ district_id: districtId, place, series, device_id: deviceId })
    .execute();
  return series;
}
