import { z } from 'zod';
import { deviceId, officerId, requestId } from '../domain/ids.ts';
import { bilingual, instant } from '../domain/values.ts';

/** The feed's kind for claims; the item's id is the request's. */
export const claimKind = 'claim';

/** Who works on a request. Advice for the others, never a gate: double work is found when decisions arrive. */
export const claim = z.object({
  requestId,
  officerId,
  officerName: bilingual,
  deviceId,
  /** By the server's clock; from then on it says nothing, whether it was taken back or not. */
  until: instant,
});
export type Claim = z.infer<typeof claim>;

/** `POST /v1/claims`: `hold` takes or renews the lease, `release` ends it. Both may be asked again at any time. */
export const claimRequest = z.object({ requestId, wish: z.enum(['hold', 'release']) });
export type ClaimRequest = z.infer<typeof claimRequest>;

/** Whose it is after that: the asking device's, another one's, or nobody's. */
export const claimAnswer = z.object({ claim: claim.nullable(), serverTime: instant });
export type ClaimAnswer = z.infer<typeof claimAnswer>;
