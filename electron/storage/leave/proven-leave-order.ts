import {
  leaveOrderContent,
  type LeaveOrder,
  type LeaveOrderContent,
} from '../../../shared/sync/leave-order.ts';
import { isSignedBy } from '../signature.ts';
import type { VaultIdentity } from '../store.ts';

/**
 * What an order says, when the pinned server signed it and it is about this device; else null. Everything else, a
 * proxy's refusal as well as an unsigned `device-revoked`, must never cost a desk its data.
 */
export function provenLeaveOrder(
  order: LeaveOrder,
  { deviceId, serverKey }: Pick<VaultIdentity, 'deviceId' | 'serverKey'>,
): LeaveOrderContent | null {
  if (!isSignedBy(serverKey, order.text, order.signature)) return null;
  const said = leaveOrderContent.safeParse(parseJson(order.text));
  return said.success && said.data.deviceId === deviceId ? said.data : null;
}

/** Undefined for what is no JSON. Only a text that the server signed comes here. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
