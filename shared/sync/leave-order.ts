import { z } from 'zod';
import { deviceId } from '../domain/ids.ts';
import { instant } from '../domain/values.ts';

/** Why a desk must leave: this PC, its officer, or the officer's district is no longer what it was. */
export const leaveReason = z.enum(['device-revoked', 'officer-revoked', 'officer-reassigned']);
export type LeaveReason = z.infer<typeof leaveReason>;

/**
 * What the central server signs when a desk may no longer hold its district's data. Nothing else makes a desk wipe:
 * whoever only answers in the server's place (a proxy, a login page) cannot sign this.
 */
export const leaveOrderContent = z.object({
  protocol: z.literal(1),
  /** Tells it from everything else that the same key signs. */
  statement: z.literal('leave'),
  deviceId,
  why: leaveReason,
  /** Decisions recorded later than this are refused. */
  since: instant,
  /** Until then the server still takes what was recorded before. */
  sendUntil: instant,
  /** When the server made this statement. Not before `sendUntil`: it takes nothing any more. */
  statedAt: instant,
});
export type LeaveOrderContent = z.infer<typeof leaveOrderContent>;

/** `LeaveOrderContent` as JSON, as signed, and Ed25519 over it by the server's key. */
export const leaveOrder = z.object({ text: z.string().max(2000), signature: z.base64().max(200) });
export type LeaveOrder = z.infer<typeof leaveOrder>;
