import { z } from 'zod';
import type { DistrictId } from './ids.ts';
import type { Instant } from './values.ts';
import { indiaDate } from './india-date.ts';

/** A device's own series: letters and digits, given by the server once in a district. */
export const orderSeries = z.string().regex(/^[A-Z][A-Z0-9]{0,7}$/);
export type OrderSeries = z.infer<typeof orderSeries>;

/**
 * The number of an order: `MIG/JAIPUR-A/2026/0007`. Its last part is the decision's place in the device's chain, which
 * the device signs: so it is given at the sealing and not before, no other decision of this device can have it, and a
 * gap would be a missing link. Two devices of a district never share a series. A decision that the server refused or
 * contested keeps its number, as void.
 * @param sequence the decision's place in the device's chain, from 1.
 */
export function orderNumberOf(
  districtId: DistrictId,
  series: OrderSeries,
  sequence: number,
  sealedAt: Instant,
): string {
  const year = indiaDate(Date.parse(sealedAt)).slice(0, 4);
  return `MIG/${districtId.toUpperCase()}-${series}/${year}/${String(sequence).padStart(4, '0')}`;
}
