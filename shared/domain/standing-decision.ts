import { z } from 'zod';
import { outcome } from './decision.ts';
import { bilingual, instant } from './values.ts';

/** What another officer of the district decided on a request before our decision reached the server. */
export const standingDecision = z.object({
  outcome,
  officerName: bilingual,
  /** When the officer recorded it, by that desk's clock; when the server accepted it, by the server's. */
  recordedAt: instant,
  acceptedAt: instant,
  reasonCodes: z.array(z.string().max(8)).max(10),
  remarks: z.string().max(2000),
});
export type StandingDecision = z.infer<typeof standingDecision>;
