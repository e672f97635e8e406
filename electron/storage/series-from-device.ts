import { createHash } from 'node:crypto';
import type { DeviceId } from '../../shared/domain/ids.ts';
import { orderSeries, type OrderSeries } from '../../shared/domain/order-number.ts';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/**
 * The series of a device to which the server gave none: `X` and six letters of the hash of its id. Series that the
 * server gives never begin with `X`, so the two kinds never meet.
 */
export function seriesFromDevice(id: DeviceId): OrderSeries {
  const hash = createHash('sha256').update(id, 'utf8').digest();
  const name = Array.from(hash.subarray(0, 6), (byte) => letters[byte % letters.length]).join('');
  return orderSeries.parse(`X${name}`);
}
