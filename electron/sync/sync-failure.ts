import type { LinkFault } from '../../shared/network/link-fault.ts';
import type { LeaveOrder } from '../../shared/sync/leave-order.ts';
import type { ServerError } from '../../shared/sync/protocol.ts';

/**
 * What may go wrong between this desk and the central server. `detail` is for the log and the outbox screen: a code or
 * a field's name, never content. `offline` is a state, not an error; `stopped` means that we ended it ourselves.
 */
export type SyncFailure =
  | { kind: 'offline'; detail: string }
  /** `detail` is the proxy, the issuer of the certificate, or the host; empty where nobody knows it. */
  | { kind: LinkFault; detail: string }
  /** Something answered that is not the central server, or it broke the protocol. */
  | { kind: 'server-nonsense'; detail: string }
  | { kind: 'server-failed'; detail: string }
  | { kind: 'stopped' }
  /** `leave`: with `device-revoked`, the order that the server may have signed; nobody has proved it yet. */
  | { kind: Refusal; detail: string; leave?: LeaveOrder };

/** The server's own words: it was reached, understood us, and said no. */
export type Refusal = Exclude<ServerError['error']['kind'], 'internal'>;

/**
 * It says something about this one call: the server, or what answers in its place, was there and did not take it. Anything
 * else is the link's or the device's trouble.
 */
export function isAboutCall({ kind }: SyncFailure): boolean {
  return ['server-failed', 'server-nonsense', 'bad-request', 'too-large'].includes(kind);
}

/** Why what was to be sent was not taken, though something answered. */
export type SendProblem = 'chain-broken' | 'server-failed' | 'server-nonsense';

/** What did not speak as the central server does may be a page in between: the officer is told so. */
export function sendProblemOf({ kind }: SyncFailure): SendProblem {
  return kind === 'server-nonsense' ? kind : 'server-failed';
}

export function describeFailure(failure: SyncFailure): string {
  return failure.kind === 'stopped' ? failure.kind : `${failure.kind}: ${failure.detail}`;
}
