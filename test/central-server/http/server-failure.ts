import type { LeaveOrder } from '../../../shared/sync/leave-order.ts';
import type { ServerError } from '../../../shared/sync/protocol.ts';
import { unreachable } from '../../../shared/result.ts';

export type FailureKind = ServerError['error']['kind'];

/** Thrown inside the server and answered as a `serverError`. */
export class ServerFailure extends Error {
  readonly kind: FailureKind;
  /** With `device-revoked`. */
  readonly leave: LeaveOrder | null;

  constructor(kind: FailureKind, message: string, leave: LeaveOrder | null = null) {
    super(message);
    this.kind = kind;
    this.leave = leave;
  }
}

export function statusOf(kind: FailureKind): number {
  switch (kind) {
    case 'bad-request':
    case 'cursor-unknown':
      return 400;
    case 'not-authorised':
      return 401;
    case 'activation-code-wrong':
    case 'device-revoked':
      return 403;
    case 'not-found':
      return 404;
    case 'activation-code-used':
      return 409;
    case 'too-large':
      return 413;
    case 'internal':
      return 500;
    default:
      return unreachable(kind);
  }
}
