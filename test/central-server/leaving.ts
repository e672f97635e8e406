import { leaveOrderContent, type LeaveOrder, type LeaveReason } from '../../shared/sync/leave-order.ts';
import type { ServerContext } from './context.ts';
import { signText } from './signatures.ts';

/** How long a desk that leaves may still send what it recorded before. */
const graceDays = 30;

/** A device that may no longer hold its district's data, and since when. */
export interface LeavingDevice {
  why: LeaveReason;
  since: string;
}

export function sendUntil({ since }: LeavingDevice): Date {
  return new Date(Date.parse(since) + graceDays * 86_400_000);
}

export function isGraceOver(leaving: LeavingDevice, now: Date): boolean {
  return now >= sendUntil(leaving);
}

/** Signed anew each time: a desk learns from the time in it that nothing is taken any more. */
export function leaveOrderFor(
  { identity, now }: Pick<ServerContext, 'identity' | 'now'>,
  deviceId: string,
  leaving: LeavingDevice,
): LeaveOrder {
  const text = JSON.stringify(
    leaveOrderContent.parse({
      protocol: 1,
      statement: 'leave',
      deviceId,
      why: leaving.why,
      since: leaving.since,
      sendUntil: sendUntil(leaving).toISOString(),
      statedAt: now().toISOString(),
    }),
  );
  return { text, signature: signText(text, identity.privateKey) };
}
