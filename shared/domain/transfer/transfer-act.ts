import { z } from 'zod';
import { deviceId, districtId, officerId, requestId } from '../ids.ts';
import { instant } from '../values.ts';

export const transferActId = z.uuid().brand('TransferActId');
export type TransferActId = z.infer<typeof transferActId>;

/**
 * What remains to be done by people once the records have moved. `banner-logo`: the kiosk's banner shows the new LSP's
 * logo. `tell-operator`: the operator knows which ID to sign in with. `dues`: dues that were carried along are settled
 * between the kiosk and the LSP.
 */
export const followUpKind = z.enum(['banner-logo', 'tell-operator', 'dues']);
export type FollowUpKind = z.infer<typeof followUpKind>;

/** What an officer did about a transfer, as JSON text that the officer signs. */
export const transferAct = z.object({
  protocol: z.literal(1),
  id: transferActId,
  /** The request whose transfer it is. */
  requestId,
  districtId,
  act: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('acknowledge'),
      /** The lines that differ, as `lineKey` names them: a new difference is not covered by an old acknowledgement. */
      lines: z.array(z.string().min(1).max(2200)).min(1).max(2000),
      reason: z.string().trim().min(1).max(1000),
    }),
    z.object({
      kind: z.literal('follow-up-done'),
      followUp: followUpKind,
      note: z.string().max(1000),
    }),
  ]),
  officerId,
  deviceId,
  at: instant,
});
export type TransferAct = z.infer<typeof transferAct>;
