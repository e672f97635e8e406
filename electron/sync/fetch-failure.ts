import type { SyncFailure } from './sync-failure.ts';

/** The connection stood and what came over it was not what a central server sends. */
const nonsenseCodes = /^(CERT_|ERR_TLS|ERR_SSL|HPE_|Z_|ERR_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_CERT)/;

/**
 * Names what fetch threw. A wrong certificate is nonsense, not `offline`: it is how the login page of a network, or
 * somebody in between, shows itself.
 */
export function failureOfFetch(error: unknown): SyncFailure {
  const cause = rootOf(error);
  const code = codeOf(cause);
  if (/redirect/i.test(messageOf(cause))) return { kind: 'server-nonsense', detail: 'redirect' };
  if (code !== null && nonsenseCodes.test(code)) return { kind: 'server-nonsense', detail: code };
  return { kind: 'offline', detail: code ?? 'connection' };
}

function rootOf(error: unknown): unknown {
  let at = error;
  for (let depth = 0; depth < 5; depth += 1) {
    if (!(at instanceof Error) || at.cause === undefined) return at;
    at = at.cause;
  }
  return at;
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
