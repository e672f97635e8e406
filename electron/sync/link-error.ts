import type { LinkFault } from '../../shared/network/link-fault.ts';

/** Thrown by a road that knows more than what a connection's error tells: by what it goes, and who signed. */
export class LinkError extends Error {
  readonly fault: LinkFault;
  /** The proxy, the issuer, or the host; empty where nobody knows it. Never a user or a password. */
  readonly detail: string;

  constructor(fault: LinkFault, detail: string, cause?: unknown) {
    super(fault, { cause });
    this.name = 'LinkError';
    this.fault = fault;
    this.detail = detail;
  }
}
