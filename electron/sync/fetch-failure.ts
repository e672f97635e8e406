import { isLinkFault, type LinkFault } from '../../shared/network/link-fault.ts';
import { LinkError } from './link-error.ts';
import type { SyncFailure } from './sync-failure.ts';

/** The connection stood and what came over it was not what a central server sends. */
const nonsenseCodes = /^(CERT_|ERR_TLS|ERR_SSL|HPE_|Z_|ERR_)/;

/** What Node and OpenSSL call a certificate that no authority known here vouches for. */
const untrustedCodes = /^(DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_|CERT_UNTRUSTED|INVALID_CA)/;

/**
 * Names what fetch threw. A wrong certificate is never `offline`: it is how an inspecting proxy, the login page of a
 * network, or somebody in between shows itself.
 */
export function failureOfFetch(error: unknown): SyncFailure {
  const chain = chainOf(error);
  const known = chain.find((at) => at instanceof LinkError);
  if (known) return { kind: known.fault, detail: known.detail };
  const cause = chain.at(-1);
  const code = codeOf(cause);
  if (/redirect/i.test(messageOf(cause))) return { kind: 'server-nonsense', detail: 'redirect' };
  const fault = code === null ? null : certificateFault(code);
  if (fault !== null) return { kind: fault, detail: fault === 'certificate-wrong-host' ? hostOf(cause) : '' };
  if (code !== null && nonsenseCodes.test(code)) return { kind: 'server-nonsense', detail: code };
  return { kind: 'offline', detail: code ?? 'connection' };
}

const unconnectedCodes =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/;

/** No connection came about, or no trust in who answered it: nothing of a body has left this PC. */
export function isUnconnected(failure: SyncFailure): boolean {
  if (failure.kind === 'offline') return unconnectedCodes.test(failure.detail);
  if (failure.kind === 'server-nonsense') return /^(CERT_|ERR_TLS|ERR_SSL)/.test(failure.detail);
  return isLinkFault(failure.kind);
}

/** Null where the error is about something else than the certificate. */
export function certificateFaultOf(error: unknown): LinkFault | null {
  const code = codeOf(chainOf(error).at(-1));
  return code === null ? null : certificateFault(code);
}

function certificateFault(code: string): LinkFault | null {
  if (code === 'CERT_HAS_EXPIRED') return 'certificate-expired';
  if (code === 'CERT_NOT_YET_VALID') return 'certificate-not-yet-valid';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'certificate-wrong-host';
  return untrustedCodes.test(code) ? 'certificate-untrusted' : null;
}

/** The error and what caused it, as far as there are errors; the last is what happened. */
export function chainOf(error: unknown): unknown[] {
  const chain = [error];
  for (let depth = 0; depth < 5; depth += 1) {
    const at = chain.at(-1);
    if (!(at instanceof Error) || at.cause === undefined) break;
    chain.push(at.cause);
  }
  return chain;
}

export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** The host that was asked for, of Node's error about a certificate's names. */
function hostOf(error: unknown): string {
  if (!(error instanceof Error) || !('host' in error)) return '';
  return typeof error.host === 'string' ? error.host.slice(0, 120) : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
