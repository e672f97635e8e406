import { z } from 'zod';
import { instant } from '../domain/values.ts';

/**
 * `GET /v1/changes/estimate?cursor=…`: about how much lies behind a cursor, so that an officer with little link can be
 * asked before it comes. It is optional: a server that answers `not-found` gives none, and nothing waits for one.
 */
export const pullEstimate = z.object({
  items: z.int().nonnegative(),
  /** Of the items' lines before any compression. */
  bytes: z.int().nonnegative(),
  /** Named by the open requests among the items: at most so many, as a desk may have some of them already. */
  scans: z.int().nonnegative(),
  scanBytes: z.int().nonnegative(),
  serverTime: instant,
});
export type PullEstimate = z.infer<typeof pullEstimate>;
