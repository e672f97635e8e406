import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';

let usual: string[] | null = null;

/**
 * The authorities that Node brings and those of the operating system's store, where an office's administrator may have
 * put one. Read once: the system's take a while.
 */
function usualAuthorities(): string[] {
  usual ??= [...new Set([...getCACertificates('default'), ...ofSystem()])];
  return usual;
}

/** A store that cannot be read must not take the usual ones along. */
function ofSystem(): string[] {
  try {
    return getCACertificates('system');
  } catch {
    return [];
  }
}

/** Trusts the usual authorities and the given ones. Made once for many connections: each parses them all. */
export function contextTrusting(authorities: readonly string[]): SecureContext {
  return createSecureContext({ ca: [...usualAuthorities(), ...authorities] });
}
