import { z } from 'zod';
import { businessDate } from '../values.ts';

/**
 * What officers are told about a window: `opens-soon` and `closes-soon` some working days ahead, `opened` and
 * `closed` from the day on, until somebody has seen it or two weeks have gone by.
 */
export const windowNotice = z.object({
  /** `<window id>|<kind>|<the date it tells>`: seen once, it stays seen; a moved date is news again. */
  id: z.string().min(1).max(120),
  kind: z.enum(['opens-soon', 'opened', 'closes-soon', 'closed']),
  windowId: z.string().min(1).max(64),
  from: businessDate,
  to: businessDate,
  orderNo: z.string().max(80),
});
export type WindowNotice = z.infer<typeof windowNotice>;
